package support

import "errors"

// What is wrong with a value that a call cannot use; [errors.Is] finds it in a
// [*HandleError].
var (
	// ErrClosed is: it was closed before, or given away to a call that consumed it.
	ErrClosed = errors.New("closed")

	// ErrInUse is: another call has it, or something that was borrowed from it and
	// is not closed. One that is not Sync in Rust is in use by one thread at a time.
	ErrInUse = errors.New("in use")

	// ErrPoisoned is: a call that could change it panicked. It can only be closed.
	ErrPoisoned = errors.New("poisoned")

	// ErrThread is: it belongs to the thread that made it, for Rust says that it is
	// not Send. A goroutine stays on its thread after [runtime.LockOSThread].
	ErrThread = errors.New("used on another thread")

	// ErrReadOnly is: it is only borrowed, so it cannot be changed or given away.
	ErrReadOnly = errors.New("read only")
)

// A HandleError says that a value that is Rust's cannot be used as the call would
// have to. A function that returns an error returns it; one that does not panics
// with it.
type HandleError struct {
	Func    string // the function that was called
	Param   string // its parameter, as Rust names it
	Message string // what it is, that makes it of no use
	kind    error
}

func (e *HandleError) Error() string {
	return fbPackage + "." + e.Func + ": " + e.Param + " " + e.Message
}

// Unwrap is what is wrong with the value: [ErrClosed] or the like.
func (e *HandleError) Unwrap() error { return e.kind }

// The kinds of an fbFailure that are about a handle.
const (
	fbKindClosed   = 4
	fbKindInUse    = 5
	fbKindPoisoned = 6
	fbKindThread   = 7
	fbKindReadOnly = 8
)

// fbHandleError is the error for a handle that cannot be used.
func fbHandleError(kind uint32, function, param, message string) error {
	why := map[uint32]error{
		fbKindClosed:   ErrClosed,
		fbKindInUse:    ErrInUse,
		fbKindPoisoned: ErrPoisoned,
		fbKindThread:   ErrThread,
		fbKindReadOnly: ErrReadOnly,
	}
	return &HandleError{Func: function, Param: param, Message: message, kind: why[kind]}
}
