package support

// fbValue is what p points to, or zero.
func fbValue[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}
