package support

import "unsafe"

// fbReturned is a reader of what a call returned: it lies in the call's scratch
// block, or else in memory of Rust's. The block is on the stack, so the reader
// has to be, too: only there does Go adjust the pointer when the stack moves. It
// is, as no function keeps it.
func fbReturned(data unsafe.Pointer, length uintptr) fbReader {
	return fbReader{data: unsafe.Slice((*byte)(data), length)}
}

// fbRead ends the reading of what a call returned, and releases it.
func fbRead(r *fbReader, data unsafe.Pointer, capacity uintptr) {
	r.end()
	if capacity != 0 {
		fbRelease(data, capacity, 1)
	}
}
