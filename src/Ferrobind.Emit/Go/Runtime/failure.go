package support

import "unsafe"

// fbFailure is fb_failure of the C header. Its parts lie behind it: the
// location, the message, the payload and the sources.
type fbFailure struct {
	kind        uint32
	locationLen uint32
	messageLen  uint32
	payloadLen  uint32
	sourcesLen  uint32
	_           uint32
	allocated   uintptr // bytes to release, or 0
}

// The kinds of an fbFailure.
const (
	fbKindError    = 1
	fbKindPanic    = 2
	fbKindArgument = 3
)

// fbMisuse makes the error for a handle that cannot be used, in a package that has
// handles.
var fbMisuse func(kind uint32, function, param, message string) error

// part is what lies behind a failure. That may be the caller's scratch block, on
// the stack, so nobody keeps it: it is copied, or read by what is on the stack,
// too. Only there does Go adjust pointers when the stack moves.
func (f *fbFailure) part(start uintptr, length uint32) []byte {
	return unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(f), unsafe.Sizeof(*f)+start)), length)
}

func (f *fbFailure) location() string {
	return string(f.part(0, f.locationLen))
}

func (f *fbFailure) message() string {
	return string(f.part(uintptr(f.locationLen), f.messageLen))
}

// release ends the reading of a failure.
func (f *fbFailure) release() {
	if f.allocated != 0 {
		fbRelease(unsafe.Pointer(f), f.allocated, 8)
	}
}

// fbRefused is the error for an argument that has no valid value in Rust. It
// panics if Rust did, and, as no error is expected, if Rust returned one. The
// failure is released.
//
//go:noinline
func fbRefused(function string, at unsafe.Pointer) error {
	failure := (*fbFailure)(at)
	kind, location, message := failure.kind, failure.location(), failure.message()
	failure.release()
	if kind == fbKindArgument {
		return &ArgumentError{Func: function, Param: location, Message: message}
	}
	if kind > fbKindArgument && fbMisuse != nil {
		return fbMisuse(kind, function, location, message)
	}
	panic(&RustPanic{Message: message, Location: location})
}

// fbRaise panics with what a failure says. It is for functions that return no
// error, which are small without it.
//
//go:noinline
func fbRaise(function string, at unsafe.Pointer) {
	panic(fbRefused(function, at))
}
