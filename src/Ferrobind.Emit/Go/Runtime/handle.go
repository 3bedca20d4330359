package support

import "runtime"

func init() { fbMisuse = fbHandleError }

// fbHandle is a value that stays in Rust, by the number that Rust gave it. The
// number never changes. Rust knows whether the value is still there, so that a
// copy of a handle, or one that was closed, is refused and does no harm.
type fbHandle struct {
	_       fbNoCopy
	token   uint64
	cleanup runtime.Cleanup
}

// own makes the handle release the value when nobody has the handle any more.
func (h *fbHandle) own(token uint64) {
	h.token = token
	h.cleanup = runtime.AddCleanup(h, fbForget, token)
}

// disown releases the value at once.
func (h *fbHandle) disown() {
	h.cleanup.Stop()
	fbClose(h.token)
	runtime.KeepAlive(h)
}

// fbNoCopy is found by go vet in what is copied: the copy of a handle ends with
// the handle.
type fbNoCopy struct{}

func (*fbNoCopy) Lock()   {}
func (*fbNoCopy) Unlock() {}
