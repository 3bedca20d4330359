package support

// payload is the value of an error that is data.
func (f *fbFailure) payload() []byte {
	return f.part(uintptr(f.locationLen)+uintptr(f.messageLen), f.payloadLen)
}
