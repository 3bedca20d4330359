package support

import "unsafe"

// fbSlice copies scalars that Rust returned, and releases them if they are
// Rust's.
func fbSlice[T any](data unsafe.Pointer, length, capacity uintptr) []T {
	slice := append([]T(nil), unsafe.Slice((*T)(data), length)...)
	if capacity != 0 {
		fbRelease(data, capacity, unsafe.Alignof(*(*T)(data)))
	}
	return slice
}
