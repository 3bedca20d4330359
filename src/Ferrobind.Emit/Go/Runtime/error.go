package support

// An Error is the error of a function whose Rust error type has no name here.
type Error struct {
	Message string // how Rust displays the error
	source  error
}

func (e *Error) Error() string { return e.Message }

// Unwrap is the error behind this one, if there is any.
func (e *Error) Unwrap() error { return e.source }

func fbNewError(e fbErr) error {
	return &Error{Message: e.message, source: fbSources(e.sources)}
}
