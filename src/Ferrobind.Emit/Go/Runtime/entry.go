package support

// An Entry is an entry of a map whose order is Rust's.
type Entry[K comparable, V any] struct {
	Key   K
	Value V
}
