package support

import (
	"runtime/cgo"
	"sync"
	"unsafe"
)

// fbClosure is a function that Rust calls while a call runs. What it fails with
// stays here: Rust only learns that it has failed.
type fbClosure struct {
	// run reads the arguments, and writes the answer behind what is in the buffer.
	run    func(arguments, out []byte) ([]byte, error)
	handle cgo.Handle

	mu        sync.Mutex // Rust may call it from several threads
	hasFailed bool
	err       error // what it failed with,
	panicked  any   // or what it panicked with
	kept      []any
}

// fbKindClosure is the kind of an fbFailure whose reason is here.
const fbKindClosure = 9

// context makes the number that Rust knows the closure by, until it is closed.
func (c *fbClosure) context() uintptr {
	c.handle = cgo.NewHandle(c)
	return uintptr(c.handle)
}

// over ends the closure, as the call has ended.
func (c *fbClosure) over() { c.handle.Delete() }

// retain keeps what was returned from the collector until Rust has it.
func (c *fbClosure) retain(value any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.kept = append(c.kept, value)
}

// failed is the error that the closure failed with, if that is why the call has.
// It panics with what the closure panicked with. The failure is then released.
func (c *fbClosure) failed(at unsafe.Pointer) error {
	failure := (*fbFailure)(at)
	c.mu.Lock()
	hasFailed, err, panicked := c.hasFailed, c.err, c.panicked
	c.mu.Unlock()
	// Where it was called on another thread, Rust may have made a panic of it.
	if !hasFailed || (failure.kind != fbKindClosure && failure.kind != fbKindPanic) {
		return nil
	}
	failure.release()
	if err == nil {
		panic(panicked)
	}
	return err
}

// note notes what the closure has failed with, if it is the first time.
func (c *fbClosure) note(err error, panicked any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.hasFailed {
		c.hasFailed, c.err, c.panicked = true, err, panicked
	}
}

// fbAnswer is fb_answer of the C header.
type fbAnswer struct {
	data     unsafe.Pointer
	capacity uintptr
	length   uintptr
}

// fbAnswerClosure calls the closure of a number. It is false if that failed.
func fbAnswerClosure(context uintptr, data unsafe.Pointer, length uintptr, answer *fbAnswer) (ok bool) {
	c := cgo.Handle(context).Value().(*fbClosure)
	var hasReturned bool
	defer func() {
		if hasReturned {
			return
		}
		panicked := recover()
		if panicked == nil {
			fbExited()
		}
		c.note(nil, panicked)
		ok = false
	}()
	space := unsafe.Slice((*byte)(answer.data), answer.capacity)
	out, err := c.run(unsafe.Slice((*byte)(data), length), space[:0])
	if err == nil {
		answer.deliver(out)
	}
	hasReturned = true
	if err != nil {
		c.note(err, nil)
	}
	return err == nil
}

// deliver is where the answer goes, if it is not there already.
func (a *fbAnswer) deliver(out []byte) {
	length := uintptr(len(out))
	if length > 0 && unsafe.Pointer(unsafe.SliceData(out)) != a.data {
		room := fbRoom(a, length)
		if room == nil {
			panic("there is no memory for what a closure returned")
		}
		copy(unsafe.Slice((*byte)(room), length), out)
	}
	a.length = length
}

// fbExited ends the program: a goroutine that exits cannot leave Rust's frames
// behind, which have to be unwound, and nothing stops it.
func fbExited() {
	go panic(fbPackage + ": a closure that Rust called has called runtime.Goexit (as testing's FailNow does), which cannot cross Rust: return an error, or panic")
	select {}
}
