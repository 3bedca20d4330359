package support

// A RangeTo is Rust's ..end: what is less than End.
type RangeTo[T any] struct {
	End T
}
