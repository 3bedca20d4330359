package support

import (
	"errors"
	"testing"
	"unsafe"
)

// failureBlock is a failure as Rust writes it: at the start of a scratch block
// or of a larger one, its texts behind it.
func failureBlock(kind uint32, location, message string, isAllocated bool) unsafe.Pointer {
	size := unsafe.Sizeof(fbFailure{})
	words := make([]uint64, max(16, (size+uintptr(len(location)+len(message))+7)/8))
	at := unsafe.Pointer(&words[0])
	failure := (*fbFailure)(at)
	failure.kind = kind
	failure.locationLen = uint32(len(location))
	failure.messageLen = uint32(len(message))
	if isAllocated {
		failure.allocated = size + uintptr(len(location)+len(message))
	}
	copy(unsafe.Slice((*byte)(unsafe.Add(at, size)), len(location)+len(message)), location+message)
	return at
}

func TestFailureHasTheLayoutOfTheHeader(t *testing.T) {
	if size := unsafe.Sizeof(fbFailure{}); size != 24+unsafe.Sizeof(uintptr(0)) {
		t.Error(size)
	}
}

func TestErr(t *testing.T) {
	err := fbNewError("F", failureBlock(fbKindError, "", "too long", false))
	var general *Error
	if !errors.As(err, &general) || general.Message != "too long" || err.Error() != "too long" {
		t.Error(err)
	}
}

func TestErrWithoutMessage(t *testing.T) {
	if err := fbNewError("F", failureBlock(fbKindError, "", "", false)); err == nil || err.Error() != "" {
		t.Error(err)
	}
}

func TestArgument(t *testing.T) {
	err := fbNewError("F", failureBlock(fbKindArgument, "text", "is not UTF-8", false))
	var argument *ArgumentError
	if !errors.As(err, &argument) || *argument != (ArgumentError{"F", "text", "is not UTF-8"}) {
		t.Error(err)
	}
	if err.Error() != "demo.F: argument text: is not UTF-8" {
		t.Error(err)
	}
}

func TestPanic(t *testing.T) {
	value := panicOf(func() {
		_ = fbNewError("F", failureBlock(fbKindPanic, "src/lib.rs:1:2", "oh no", false))
	})
	p, ok := value.(*RustPanic)
	if !ok || *p != (RustPanic{"oh no", "src/lib.rs:1:2"}) || p.Error() != "rust panic at src/lib.rs:1:2: oh no" {
		t.Error(value)
	}
}

func TestRaise(t *testing.T) {
	if p, ok := panicOf(func() { fbRaise("F", failureBlock(fbKindPanic, "", "oh no", false)) }).(*RustPanic); !ok || p.Error() != "rust panic: oh no" {
		t.Error(p)
	}
	if _, ok := panicOf(func() { fbRaise("F", failureBlock(fbKindArgument, "p", "why", false)) }).(*ArgumentError); !ok {
		t.Error("no ArgumentError")
	}
}

func TestFailureIsReleasedOnlyIfAllocated(t *testing.T) {
	for _, kind := range []uint32{fbKindError, fbKindPanic, fbKindArgument} {
		at := failureBlock(kind, "here", "why", true)
		got := releasedBy(func() { panicOf(func() { _ = fbNewError("F", at) }) })
		if len(got) != 1 || got[0] != (released{at, unsafe.Sizeof(fbFailure{}) + 7, 8}) {
			t.Error(got)
		}
		at = failureBlock(kind, "here", "why", false)
		if got := releasedBy(func() { panicOf(func() { _ = fbNewError("F", at) }) }); got != nil {
			t.Error(got)
		}
	}
}
