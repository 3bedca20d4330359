package support

import (
	"encoding/binary"
	"math/bits"
	"unsafe"
)

// fbAppendWords writes integers in 64 bits: a block, where those of Go are.
func fbAppendWords[T ~int | ~uint](b []byte, w *fbWriter, values []T) []byte {
	if bits.UintSize == 64 {
		return fbAppendList(b, w, unsafe.Slice((*uint64)(unsafe.Pointer(unsafe.SliceData(values))), len(values)))
	}
	b = binary.LittleEndian.AppendUint32(b, w.count(len(values)))
	for _, value := range values {
		b = binary.LittleEndian.AppendUint64(b, uint64(value))
	}
	return b
}
