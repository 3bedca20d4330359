package support

// never is a value of a type that has none.
func (r *fbReader) never() struct{} {
	r.invalid("a value of a type that has none")
	return struct{}{}
}
