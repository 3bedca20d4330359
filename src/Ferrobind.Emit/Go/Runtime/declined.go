package support

// fbDeclined panics with what is wrong with an argument that Rust did not take. It is
// for calls without cgo, of which Rust does not say more than that.
//
//go:noinline
func fbDeclined(function, param, message string) {
	panic(&ArgumentError{Func: function, Param: param, Message: message})
}
