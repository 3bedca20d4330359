// Package objects is fbbench's objects for Go, by hand: once as a raw pointer
// that nobody watches, and once as a careful author would publish them.
package objects

/*
#cgo CFLAGS: -I${SRCDIR}/../rust

#include "fbbench_objects.h"
*/
import "C"

// Raw is a pointer to a meter, to be freed once and not used after that.
type Raw struct {
	meter *C.objects_meter
}

// NewRaw makes one.
func NewRaw(offset int64) Raw {
	return Raw{C.objects_meter_new(C.int64_t(offset))}
}

// Read is the sum.
func (r Raw) Read(value int64) int64 {
	return int64(C.objects_meter_read(r.meter, C.int64_t(value)))
}

// Free frees it.
func (r Raw) Free() {
	C.objects_meter_free(r.meter)
}
