package support

import "unsafe"

// fbGoString copies the text at a C string, which is empty if it is null.
func fbGoString(text unsafe.Pointer) string {
	if text == nil {
		return ""
	}
	length := 0
	for *(*byte)(unsafe.Add(text, length)) != 0 {
		length++
	}
	return string(unsafe.Slice((*byte)(text), length))
}
