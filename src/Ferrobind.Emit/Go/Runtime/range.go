package support

// A Range is Rust's start..end: what is not less than Start, and less than End.
type Range[T any] struct {
	Start, End T
}
