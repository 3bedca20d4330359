package support

import "fmt"

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
