package support

// A RangeFrom is Rust's start..: what is not less than Start.
type RangeFrom[T any] struct {
	Start T
}
