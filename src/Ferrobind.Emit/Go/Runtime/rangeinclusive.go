package support

// A RangeInclusive is Rust's start..=end: what is not less than Start, and not
// more than End.
type RangeInclusive[T any] struct {
	Start, End T
}
