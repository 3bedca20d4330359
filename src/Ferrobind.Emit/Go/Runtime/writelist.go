package support

import (
	"encoding/binary"
	"unsafe"
)

// fbAppendList writes scalars, which are one block.
func fbAppendList[T fbFixed](b []byte, w *fbWriter, values []T) []byte {
	b = binary.LittleEndian.AppendUint32(b, w.count(len(values)))
	return fbAppendAll(b, values)
}

// fbAppendAll writes scalars without their number.
func fbAppendAll[T fbFixed](b []byte, values []T) []byte {
	start := len(b)
	b = append(b, fbBytes(values)...)
	var element T
	fbReorder(b[start:], int(unsafe.Sizeof(element)))
	return b
}
