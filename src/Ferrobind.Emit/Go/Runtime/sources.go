package support

// fbSource is an error that is behind another one.
type fbSource struct {
	message string
	next    error
}

func (e *fbSource) Error() string { return e.message }

func (e *fbSource) Unwrap() error { return e.next }

// fbSources chains the messages that came with an error; nil if there are none.
func fbSources(data []byte) error {
	if len(data) == 0 {
		return nil
	}
	r := fbReader{data: data}
	var first error
	last := &first
	for range r.count(4) {
		source := &fbSource{message: r.text()}
		*last = source
		last = &source.next
	}
	r.end()
	return first
}
