package pure

import _ "unsafe" // for linkname

// Before the first call, the program stops where a call would not be safe.
func init() {
	if !fits(current()) {
		panic("rust: this Go's runtime is not laid out as Go 1.24 to 1.27 are, so Rust cannot be called without cgo: " +
			"build with CGO_ENABLED=1")
	}
}

// entersyscall says that the goroutine will be away: nobody waits for it, and its
// stack stays as it is. The runtime lets packages such as syscall link to it.
//
//go:linkname entersyscall runtime.entersyscall
func entersyscall()

// exitsyscall says that it is back.
//
//go:linkname exitsyscall runtime.exitsyscall
func exitsyscall()

