package support

import "unsafe"

// fbStack is where to begin writing an argument on the stack whose type contains
// itself. The functions that write it call each other, of which the compiler
// thinks that they might keep the space, and would put it on the heap. They only
// return it, so it is not told.
//
//go:nosplit
func fbStack(space *[fbSpace]byte) []byte {
	address := uintptr(unsafe.Pointer(space))
	return unsafe.Slice(*(**byte)(unsafe.Pointer(&address)), fbSpace)[:0]
}
