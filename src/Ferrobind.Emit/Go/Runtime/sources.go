package support

// fbSource is an error that is behind another one.
type fbSource struct {
	message string
	next    *fbSource
}

func (e *fbSource) Error() string { return e.message }

func (e *fbSource) Unwrap() error { return e.next.error() }

// error is the same as an error; nil if there is none.
func (e *fbSource) error() error {
	if e == nil {
		return nil
	}
	return e
}

// sources is the messages of the errors behind an error.
func (f *fbFailure) sources() []byte {
	return f.part(uintptr(f.locationLen)+uintptr(f.messageLen)+uintptr(f.payloadLen), f.sourcesLen)
}

// fbSources chains the messages that came with an error; nil if there are none.
func fbSources(data []byte) *fbSource {
	if len(data) == 0 {
		return nil
	}
	r := fbReader{data: data}
	var first *fbSource
	last := &first
	for range r.count(4) {
		source := &fbSource{message: r.text()}
		*last = source
		last = &source.next
	}
	r.end()
	return first
}
