package support

import (
	"math/bits"
	"unicode/utf8"
	"unsafe"
)

// fbTakeBools reads bools, which are one block.
func fbTakeBools(r *fbReader) []bool {
	values := fbTakeList[uint8](r)
	for _, value := range values {
		if value > 1 {
			r.invalid("a bool that is neither 0 nor 1")
		}
	}
	return unsafe.Slice((*bool)(unsafe.Pointer(unsafe.SliceData(values))), len(values))
}

// fbTakeRunes reads chars, which are one block.
func fbTakeRunes(r *fbReader) []rune {
	values := fbTakeList[rune](r)
	for _, value := range values {
		if !utf8.ValidRune(value) {
			r.invalid("a char that is none")
		}
	}
	return values
}

// fbTakeUints reads integers of 64 bits: a block, where those of Go are.
func fbTakeUints(r *fbReader) []uint {
	if bits.UintSize == 64 {
		values := fbTakeList[uint64](r)
		return unsafe.Slice((*uint)(unsafe.Pointer(unsafe.SliceData(values))), len(values))
	}
	values := make([]uint, r.count(8))
	for i := range values {
		values[i] = r.usize()
	}
	return values
}

// fbTakeInts reads integers of 64 bits: a block, where those of Go are.
func fbTakeInts(r *fbReader) []int {
	if bits.UintSize == 64 {
		values := fbTakeList[int64](r)
		return unsafe.Slice((*int)(unsafe.Pointer(unsafe.SliceData(values))), len(values))
	}
	values := make([]int, r.count(8))
	for i := range values {
		values[i] = r.isize()
	}
	return values
}
