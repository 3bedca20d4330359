package support

// ordering is -1, 0 or 1.
func (r *fbReader) ordering() int {
	value := int8(r.u8())
	if value < -1 || value > 1 {
		r.invalid("an ordering that is none")
	}
	return int(value)
}

// fbAppendOrdering writes the result of a comparison, of which the sign counts.
func fbAppendOrdering(b []byte, value int) []byte {
	return append(b, byte(max(-1, min(1, value))))
}
