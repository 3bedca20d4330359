package support

// A Bound is an end of a range of keys. Its zero value is unbounded.
type Bound[T any] struct {
	Kind  BoundKind
	Value T // where Kind is not BoundUnbounded
}

// A BoundKind says what a [Bound] excludes.
type BoundKind uint8

// The kinds of a Bound.
const (
	BoundUnbounded BoundKind = iota // nothing
	BoundIncluded                   // what is beyond its value
	BoundExcluded                   // its value, and what is beyond
)
