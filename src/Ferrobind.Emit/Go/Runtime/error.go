package support

import (
	"errors"
	"unsafe"
)

// An Error is the error of a function whose Rust error type has no name here.
type Error struct {
	Message string // how Rust displays the error
	source  *fbSource
}

func (e *Error) Error() string { return e.Message }

// Unwrap is the error behind this one, if there is any.
func (e *Error) Unwrap() error { return e.source.error() }

// fbNewError makes an error of a failure.
//
//go:noinline
func fbNewError(function string, at unsafe.Pointer) error {
	failure := (*fbFailure)(at)
	if failure.kind != fbKindError {
		return fbRefused(function, at)
	}
	err := &Error{Message: failure.message(), source: fbSources(failure.sources())}
	failure.release()
	return err
}

// fbErrorMessage is the message of an error that says no more than that.
func fbErrorMessage(err error) (message string, ok bool) {
	var plain *Error
	if !errors.As(err, &plain) || plain == nil {
		return "", false
	}
	return plain.Message, true
}

// fbPlainError is the error of a value that came as data.
func fbPlainError(message string) error { return &Error{Message: message} }
