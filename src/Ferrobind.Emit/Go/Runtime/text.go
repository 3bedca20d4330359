package support

import "unsafe"

// fbText copies text that Rust returned, and releases it if it is Rust's.
func fbText(data unsafe.Pointer, length, capacity uintptr) string {
	text := string(unsafe.Slice((*byte)(data), length))
	if capacity != 0 {
		fbRelease(data, capacity, 1)
	}
	return text
}
