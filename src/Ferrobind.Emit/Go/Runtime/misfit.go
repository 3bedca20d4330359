package support

// A ResultError says that what Rust returned has no equal in Go, such as a
// duration of a thousand years. A function that returns an error returns it;
// one that does not panics with it.
type ResultError struct {
	Func    string // the function that was called
	Message string // what does not fit
}

func (e *ResultError) Error() string {
	return fbPackage + "." + e.Func + ": result: " + e.Message
}

// misfit is the error if a value was read that Go has no equal of.
func (r *fbReader) misfit(function string) error {
	if r.problem == "" {
		return nil
	}
	return &ResultError{Func: function, Message: r.problem}
}
