package support

// fbAppendNever refuses a value of a type that has none.
func fbAppendNever(b []byte, w *fbWriter) []byte {
	w.fail("has a value of a type that has none")
	return b
}
