package objects

/*
#include "fbbench_objects.h"
*/
import "C"

import (
	"iter"
	"runtime"
	"sync/atomic"
	"unsafe"
)

// A Meter is freed by Close, or when the collector finds that nobody has it.
// What uses one must not run at the same time as Close.
type Meter struct {
	meter    *C.objects_meter
	cleanup  runtime.Cleanup
	isClosed atomic.Bool
}

// NewMeter makes one.
func NewMeter(offset int64) *Meter {
	return own(C.objects_meter_new(C.int64_t(offset)))
}

// WithNames makes one with so many names.
func WithNames(offset int64, count uint32) *Meter {
	return own(C.objects_meter_with_names(C.int64_t(offset), C.uint32_t(count)))
}

func own(meter *C.objects_meter) *Meter {
	m := &Meter{meter: meter}
	m.cleanup = runtime.AddCleanup(m, free, meter)
	return m
}

func free(meter *C.objects_meter) { C.objects_meter_free(meter) }

// Close frees it, once.
func (m *Meter) Close() error {
	if !m.isClosed.Swap(true) {
		m.cleanup.Stop()
		free(m.meter)
		runtime.KeepAlive(m)
	}
	return nil
}

// Readings are so many numbers, by one crossing each.
func (m *Meter) Readings(count uint32) iter.Seq[int64] {
	return func(yield func(int64) bool) {
		readings := C.objects_meter_readings(m.open(), C.uint32_t(count))
		defer runtime.KeepAlive(m)
		defer C.objects_readings_free(readings)
		for r := C.objects_readings_next(readings); r.some; r = C.objects_readings_next(readings) {
			if !yield(int64(r.value)) {
				return
			}
		}
	}
}

// Names are the names, by one crossing each.
func (m *Meter) Names() iter.Seq[string] {
	return func(yield func(string) bool) {
		names := C.objects_meter_names(m.open())
		defer runtime.KeepAlive(m)
		defer C.objects_names_free(names)
		for n := C.objects_names_next(names); n.data != nil; n = C.objects_names_next(names) {
			if !yield(string(unsafe.Slice((*byte)(n.data), n.len))) {
				return
			}
		}
	}
}

func (m *Meter) open() *C.objects_meter {
	if m.isClosed.Load() {
		panic("objects: the Meter was closed")
	}
	return m.meter
}
