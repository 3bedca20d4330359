package support

// An Error is the error of a function whose Rust error type has no name here.
type Error struct {
	Message string // how Rust displays the error
}

func (e *Error) Error() string { return e.Message }

func fbNewError(message string) error { return &Error{Message: message} }
