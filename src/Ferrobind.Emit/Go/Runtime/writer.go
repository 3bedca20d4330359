package support

import "math"

// fbWriter watches over what is written for Rust: its first problem, and how
// deep it nests.
type fbWriter struct {
	problem string
	depth   int
}

// fbSpace is how many bytes an argument may take on the stack; a longer one
// moves to the heap.
const fbSpace = 256

// fail notes what is wrong.
func (w *fbWriter) fail(problem string) {
	if w.problem == "" {
		w.problem = problem
	}
}

// done is the error if the argument has no valid value in Rust.
func (w *fbWriter) done(function, param string) error {
	if w.problem == "" {
		return nil
	}
	return &ArgumentError{Func: function, Param: param, Message: w.problem}
}

// count is a number of elements or bytes, which has 32 bits.
func (w *fbWriter) count(length int) uint32 {
	if uint64(length) > math.MaxUint32 {
		w.fail("has more than 4294967295 elements or bytes")
		return 0
	}
	return uint32(length)
}
