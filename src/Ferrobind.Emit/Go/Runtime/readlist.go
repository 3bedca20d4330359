package support

import "unsafe"

// fbTakeList reads scalars, which are one block.
func fbTakeList[T fbFixed](r *fbReader) []T {
	var element T
	count := r.count(int(unsafe.Sizeof(element)))
	if count == 0 {
		return nil
	}
	values := make([]T, count)
	fbTakeInto(r, values)
	return values
}

// fbTakeInto reads as many scalars as there is space for.
func fbTakeInto[T fbFixed](r *fbReader, values []T) {
	memory := fbBytes(values)
	copy(memory, r.take(len(memory)))
	var element T
	fbReorder(memory, int(unsafe.Sizeof(element)))
}
