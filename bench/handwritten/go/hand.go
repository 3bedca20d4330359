// Package hand wraps fbbench with cgo, by hand: one crossing wherever one will do, and no allocation but the result.
package hand

// hand_add takes no pointers, so it needs no noescape and nocallback: they would cost it two calls into the runtime.

/*
#cgo CFLAGS: -I${SRCDIR}/../rust

#cgo noescape hand_text_len_to
#cgo nocallback hand_text_len_to
#cgo noescape hand_bytes_in_to
#cgo nocallback hand_bytes_in_to
#cgo noescape hand_text_out_to
#cgo nocallback hand_text_out_to
#cgo noescape hand_bytes_out
#cgo nocallback hand_bytes_out
#cgo noescape hand_parse_to
#cgo nocallback hand_parse_to
#cgo noescape hand_free
#cgo nocallback hand_free

#include "fbbench_hand.h"

// A C function that returns nothing spares cgo a look for where the goroutine's stack has gone.
static inline void hand_text_len_to(const uint8_t *data, size_t len, int64_t *n) { *n = hand_text_len(data, len); }
static inline void hand_bytes_in_to(const uint8_t *data, size_t len, uint64_t *n) { *n = hand_bytes_in(data, len); }
static inline void hand_text_out_to(uint32_t index, hand_room *room, size_t *n) { *n = hand_text_out(index, room); }
static inline void hand_parse_to(const uint8_t *text, size_t len, hand_room *room, hand_parsed *parsed) {
	*parsed = hand_parse(text, len, room);
}
*/
import "C"

import (
	"math/bits"
	"unsafe"
)

// ParseError says why a text is no number.
type ParseError struct{ message string }

func (e *ParseError) Error() string { return e.message }

// Add returns the sum, wrapped around at the ends.
func Add(a, b int64) int64 {
	return int64(C.hand_add(C.int64_t(a), C.int64_t(b)))
}

// TextLen returns the length of a text in bytes. It panics if the text is not UTF-8.
func TextLen(text string) uint64 {
	var n C.int64_t
	C.hand_text_len_to((*C.uint8_t)(unsafe.StringData(text)), C.size_t(len(text)), &n)
	if n < 0 {
		panic("the text is not UTF-8")
	}
	return uint64(n)
}

// TextOut returns one of four names of 16 bytes each.
func TextOut(index uint32) string {
	var room C.hand_room
	var n C.size_t
	C.hand_text_out_to(C.uint32_t(index), &room, &n)
	return text(&room, n)
}

// BytesIn returns the length, plus the first byte.
func BytesIn(data []byte) uint64 {
	var n C.uint64_t
	C.hand_bytes_in_to((*C.uint8_t)(unsafe.SliceData(data)), C.size_t(len(data)), &n)
	return uint64(n)
}

// BytesOut returns n bytes, each of them 0x5a.
func BytesOut(n int) []byte {
	out := C.hand_bytes_out(C.size_t(n))
	const panicked = 1 << (bits.UintSize - 1)
	if out.len&panicked != 0 {
		panic(string(take(out.data, out.len&^panicked)))
	}
	return take(out.data, out.len)
}

// Parse returns the number that a text of decimal digits stands for.
func Parse(text string) (int64, error) {
	var room C.hand_room
	var parsed C.hand_parsed
	C.hand_parse_to((*C.uint8_t)(unsafe.StringData(text)), C.size_t(len(text)), &room, &parsed)
	if parsed.failure != 0 {
		return 0, failed(&room, parsed.failure)
	}
	return int64(parsed.value), nil
}

func failed(room *C.hand_room, failure C.size_t) error {
	if failure&3 == C.HAND_NOT_UTF8 {
		panic("the text is not UTF-8")
	}
	message := text(room, failure>>2)
	if failure&3 == C.HAND_PANIC {
		panic(message)
	}
	return &ParseError{message}
}

func text(room *C.hand_room, n C.size_t) string {
	if n <= C.size_t(unsafe.Sizeof(*room)) {
		return string(unsafe.Slice((*byte)(unsafe.Pointer(room)), n))
	}
	data := *(**C.uint8_t)(unsafe.Pointer(room))
	long := string(unsafe.Slice((*byte)(data), n))
	C.hand_free(data, n)
	return long
}

// take copies memory of the library's, and frees it. Append, unlike make, does not clear what it is about to overwrite.
func take(data *C.uint8_t, n C.size_t) []byte {
	if n == 0 {
		return nil
	}
	copied := append([]byte(nil), unsafe.Slice((*byte)(data), n)...)
	C.hand_free(data, n)
	return copied
}
