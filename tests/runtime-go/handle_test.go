package support

import (
	"errors"
	"runtime"
	"slices"
	"testing"
	"time"
)

// A thing is a handle as it is generated.
type thing struct {
	handle fbHandle
}

func newThing(token uint64) *thing {
	if token == 0 {
		return nil
	}
	t := new(thing)
	t.handle.own(token)
	return t
}

// collected is what the collector releases of what f leaves behind.
func collected(f func()) []uint64 {
	settled()
	f()
	return settled()
}

// settled is what the collector still had to release.
func settled() []uint64 {
	var got []uint64
	for idle := 0; idle < 5; idle++ {
		runtime.GC()
		time.Sleep(time.Millisecond)
		if more := forgotten.taken(); len(more) > 0 {
			got = append(got, more...)
			idle = 0
		}
	}
	slices.Sort(got)
	return got
}

func TestHandleIsReleasedByTheCollector(t *testing.T) {
	closed.taken()
	if got := collected(func() { newThing(7) }); !slices.Equal(got, []uint64{7}) {
		t.Error(got)
	}
	if got := closed.taken(); got != nil {
		t.Error(got)
	}
}

func TestHandleThatIsClosedIsNotReleasedAgain(t *testing.T) {
	closed.taken()
	got := collected(func() {
		newThing(8).handle.disown()
		newThing(9)
	})
	if !slices.Equal(got, []uint64{9}) {
		t.Error(got)
	}
	if got := closed.taken(); !slices.Equal(got, []uint64{8}) {
		t.Error(got)
	}
}

func TestHandleIsClosedByManyAtOnce(t *testing.T) {
	thing := newThing(10)
	done := make(chan bool)
	for range 8 {
		go func() {
			thing.handle.disown()
			done <- true
		}()
	}
	for range 8 {
		<-done
	}
	for _, token := range closed.taken() {
		if token != 10 {
			t.Error(token)
		}
	}
}

func TestHandleThatIsZeroIsClosed(t *testing.T) {
	closed.taken()
	new(thing).handle.disown()
	if got := closed.taken(); !slices.Equal(got, []uint64{0}) {
		t.Error(got)
	}
}

func TestHandleFailures(t *testing.T) {
	for kind, want := range map[uint32]error{
		4: ErrClosed, 5: ErrInUse, 6: ErrPoisoned, 7: ErrThread, 8: ErrReadOnly,
	} {
		err := fbNewError("Thing.F", failureBlock(kind, "self", "Thing is so", false))
		var handle *HandleError
		if !errors.As(err, &handle) || handle.Func != "Thing.F" || handle.Param != "self" || handle.Message != "Thing is so" {
			t.Error(kind, err)
		}
		for _, other := range []error{ErrClosed, ErrInUse, ErrPoisoned, ErrThread, ErrReadOnly} {
			if errors.Is(err, other) != (other == want) {
				t.Error(kind, other)
			}
		}
		if value := panicOf(func() { fbRaise("Thing.F", failureBlock(kind, "self", "Thing is so", false)) }); !errors.Is(value.(error), want) {
			t.Error(kind, value)
		}
	}
}

func TestHandleFailureIsReleasedOnlyIfAllocated(t *testing.T) {
	at := failureBlock(fbKindClosed, "self", "why", true)
	if got := releasedBy(func() { _ = fbNewError("F", at) }); len(got) != 1 || got[0].data != at {
		t.Error(got)
	}
	at = failureBlock(fbKindClosed, "self", "why", false)
	if got := releasedBy(func() { _ = fbNewError("F", at) }); got != nil {
		t.Error(got)
	}
}

func TestOtherFailuresOfCallsWithHandles(t *testing.T) {
	if err := fbNewError("F", failureBlock(fbKindError, "", "no", false)); err.Error() != "no" {
		t.Error(err)
	}
	if _, ok := fbNewError("F", failureBlock(fbKindArgument, "p", "why", false)).(*ArgumentError); !ok {
		t.Error("no ArgumentError")
	}
	if _, ok := panicOf(func() { fbRaise("F", failureBlock(fbKindPanic, "", "oh no", false)) }).(*RustPanic); !ok {
		t.Error("no RustPanic")
	}
}

func TestReaderThatDiscardsClosesHandles(t *testing.T) {
	closed.taken()
	r := fbReader{data: []byte{5, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0}}
	if token := r.takeHandle(); token != 5 {
		t.Error(token)
	}
	r.discards = true
	if token := r.takeHandle(); token != 0 {
		t.Error(token)
	}
	if got := closed.taken(); !slices.Equal(got, []uint64{6}) {
		t.Error(got)
	}
}

func TestHandleErrorIsASentence(t *testing.T) {
	err := fbNewError("Thing.F", failureBlock(fbKindClosed, "self", "is a Thing that was closed", false))
	if err.Error() != "demo.Thing.F: self is a Thing that was closed" {
		t.Error(err)
	}
}
