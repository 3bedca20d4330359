package support

// takeHandle is the number of a value, which is the reader's to close.
func (r *fbReader) takeHandle() uint64 {
	token := r.u64()
	if r.discards {
		fbClose(token)
		return 0
	}
	return token
}
