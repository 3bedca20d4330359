// Package hand calls what the trampolines call, through cgo: by hand, as fast as cgo goes.
package hand

/*
#cgo LDFLAGS: ${SRCDIR}/../../../bindings/direct/go/lib/linux_amd64/libdirect_fb.a -lgcc_s -lutil -lrt -lpthread -lm -ldl -lc

#cgo noescape hand_hash
#cgo nocallback hand_hash
#cgo noescape hand_is_utf8
#cgo nocallback hand_is_utf8
#cgo noescape hand_compare
#cgo nocallback hand_compare

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct { uint64_t value; size_t state; } attempt_u64;
typedef struct { bool value; size_t state; } attempt_bool;
typedef struct { int8_t value; size_t state; } attempt_i8;

int64_t fbd_direct_add(int64_t a, int64_t b);
int8_t fbd_direct_compare_parsed(uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t);
attempt_u64 fbd_direct_hash(const uint8_t *bytes, size_t bytes_len);
attempt_bool fbd_direct_is_utf8(const uint8_t *bytes, size_t bytes_len);
attempt_i8 fbd_direct_compare_versions(const uint8_t *a, size_t a_len, const uint8_t *b, size_t b_len);

// A C function that returns nothing spares cgo a look for where the goroutine's stack has gone.
static inline void hand_hash(const uint8_t *bytes, size_t len, uint64_t *to) { *to = fbd_direct_hash(bytes, len).value; }
static inline void hand_is_utf8(const uint8_t *bytes, size_t len, bool *to) { *to = fbd_direct_is_utf8(bytes, len).value; }
static inline void hand_compare(const uint8_t *a, size_t a_len, const uint8_t *b, size_t b_len, int8_t *to) {
	*to = fbd_direct_compare_versions(a, a_len, b, b_len).value;
}
*/
import "C"

import "unsafe"

// Add returns the sum.
func Add(a, b int64) int64 { return int64(C.fbd_direct_add(C.int64_t(a), C.int64_t(b))) }

// Hash returns the hash.
func Hash(bytes []byte) uint64 {
	var to C.uint64_t
	C.hand_hash((*C.uint8_t)(unsafe.SliceData(bytes)), C.size_t(len(bytes)), &to)
	return uint64(to)
}

// IsUTF8 says whether it is.
func IsUTF8(bytes []byte) bool {
	var to C.bool
	C.hand_is_utf8((*C.uint8_t)(unsafe.SliceData(bytes)), C.size_t(len(bytes)), &to)
	return bool(to)
}

// CompareParsed returns -1, 0 or 1.
func CompareParsed(a, b, c, x, y, z uint64) int8 {
	return int8(C.fbd_direct_compare_parsed(C.uint64_t(a), C.uint64_t(b), C.uint64_t(c), C.uint64_t(x), C.uint64_t(y), C.uint64_t(z)))
}

// CompareVersions returns -1, 0 or 1.
func CompareVersions(a, b string) int8 {
	var to C.int8_t
	C.hand_compare((*C.uint8_t)(unsafe.StringData(a)), C.size_t(len(a)), (*C.uint8_t)(unsafe.StringData(b)), C.size_t(len(b)), &to)
	return int8(to)
}
