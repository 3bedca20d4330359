package support

// A RangeToInclusive is Rust's ..=end: what is not more than End.
type RangeToInclusive[T any] struct {
	End T
}
