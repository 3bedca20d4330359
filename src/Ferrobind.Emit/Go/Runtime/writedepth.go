package support

// descend begins a value whose type contains itself. Where it nests too deep,
// as one does that is a part of itself, it must not be followed.
func (w *fbWriter) descend() bool {
	if w.depth == fbMaxDepth {
		w.fail("nests deeper than 128 levels")
		return false
	}
	w.depth++
	return true
}

// ascend ends it.
func (w *fbWriter) ascend() { w.depth-- }
