package support

import (
	"fmt"
	"unsafe"
)

// A RustPanic is what a call panics with when the Rust code behind it panicked.
// Recover it as any other panic; the library can still be called.
type RustPanic struct {
	Message  string // what the Rust code panicked with
	Location string // where: "src/lib.rs:10:5"
}

func (p *RustPanic) Error() string {
	if p.Location == "" {
		return "rust panic: " + p.Message
	}
	return "rust panic at " + p.Location + ": " + p.Message
}

// An ArgumentError says that an argument has no valid value in Rust, such as
// text that is not UTF-8. A function that returns an error returns it; one
// that does not panics with it.
type ArgumentError struct {
	Func    string // the function that was called
	Param   string // its parameter, as Rust names it
	Message string // what is wrong with the argument
}

func (e *ArgumentError) Error() string {
	return fmt.Sprintf("%s.%s: argument %s: %s", fbPackage, e.Func, e.Param, e.Message)
}

// fbFailure is fb_failure of the C header. Its pointers are not read: its parts
// lie behind it, the location first, then the message, the payload and the
// sources. It may be in the caller's scratch block, which is on the stack, and
// when the stack moves, Go adjusts the pointer to the block but not those inside
// of it.
type fbFailure struct {
	kind        uint32
	_           uint32
	allocated   uintptr // bytes to release, or 0
	_           uintptr // message
	messageLen  uintptr
	_           uintptr // location
	locationLen uintptr
	_           uintptr // payload
	payloadLen  uintptr
	_           uintptr // sources
	sourcesLen  uintptr
}

// The kinds of an fbFailure.
const (
	fbKindError    = 1
	fbKindPanic    = 2
	fbKindArgument = 3
)

// fbErr is what Rust returned as Err.
type fbErr struct {
	message string
	payload []byte // its value, if it is data
	sources []byte // the messages of the errors behind it
}

// fbTake reads a failure and releases it.
func fbTake(at unsafe.Pointer) (kind uint32, location string, e fbErr) {
	failure := (*fbFailure)(at)
	kind = failure.kind
	end := failure.locationLen + failure.messageLen
	parts := unsafe.Slice((*byte)(unsafe.Add(at, unsafe.Sizeof(*failure))), end+failure.payloadLen+failure.sourcesLen)
	location, e.message = string(parts[:failure.locationLen]), string(parts[failure.locationLen:end])
	data := append([]byte(nil), parts[end:]...)
	e.payload, e.sources = data[:failure.payloadLen], data[failure.payloadLen:]
	if failure.allocated != 0 {
		fbRelease(at, failure.allocated, 8)
	}
	return kind, location, e
}

// fbFailed makes an error of a failure, and releases it. It panics if Rust
// did. The error that the function documents is made by wrap.
func fbFailed(function string, at unsafe.Pointer, wrap func(fbErr) error) error {
	kind, location, e := fbTake(at)
	switch kind {
	case fbKindError:
		return wrap(e)
	case fbKindArgument:
		return &ArgumentError{Func: function, Param: location, Message: e.message}
	default:
		panic(&RustPanic{Message: e.message, Location: location})
	}
}

// fbRaise panics with what a failure says. It is for functions that return no
// error, which are small without it.
//
//go:noinline
func fbRaise(function string, at unsafe.Pointer) {
	panic(fbFailed(function, at, func(e fbErr) error {
		return &RustPanic{Message: e.message}
	}))
}
