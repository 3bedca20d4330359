package support

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
