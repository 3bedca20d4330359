package support

// fbAppendBool writes a bool, or whether there is a value.
func fbAppendBool(b []byte, value bool) []byte {
	if value {
		return append(b, 1)
	}
	return append(b, 0)
}
