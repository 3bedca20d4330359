package support

// A Result is Rust's Result as data: a value, or what went wrong where Err is
// not nil.
type Result[T, E any] struct {
	Value T
	Err   *E
}
