package support

import "unsafe"

// fbText copies text that Rust returned, and releases it if it is Rust's.
func fbText(data unsafe.Pointer, length, capacity uintptr) string {
	if capacity != 0 {
		return fbTakeText(data, length, capacity)
	}
	return string(unsafe.Slice((*byte)(data), length))
}

// fbTakeText is for text that is too large for the scratch block.
//
//go:noinline
func fbTakeText(data unsafe.Pointer, length, capacity uintptr) string {
	text := string(unsafe.Slice((*byte)(data), length))
	fbRelease(data, capacity, 1)
	return text
}
