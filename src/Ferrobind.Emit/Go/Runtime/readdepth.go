package support

// enter begins a value whose type contains itself.
func (r *fbReader) enter() {
	if r.depth++; r.depth > fbMaxDepth {
		r.invalid("a value that nests too deep")
	}
}

// leave ends it.
func (r *fbReader) leave() { r.depth-- }
