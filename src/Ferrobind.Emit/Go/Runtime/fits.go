package support

// fits panics if an item was read that Go has no equal of.
func (r *fbReader) fits(function string) {
	err := r.misfit(function)
	r.problem = ""
	if err != nil && !r.discards {
		panic(err)
	}
}
