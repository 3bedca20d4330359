package support

import (
	"slices"
	"unsafe"
)

// fbFixed is what has the same bytes in memory and on the wire, but for their
// order.
type fbFixed interface {
	~bool | ~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64
}

// fbIsLittleEndian is whether that order is the same, too. The compiler knows.
func fbIsLittleEndian() bool {
	one := uint16(1)
	return *(*byte)(unsafe.Pointer(&one)) == 1
}

// fbBytes is the memory of elements.
func fbBytes[T any](values []T) []byte {
	var element T
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(values))), uintptr(len(values))*unsafe.Sizeof(element))
}

// fbReorder turns elements of the wire into this machine's and back.
func fbReorder(memory []byte, size int) {
	if size == 1 || fbIsLittleEndian() {
		return
	}
	for ; len(memory) > 0; memory = memory[size:] {
		slices.Reverse(memory[:size])
	}
}
