package hostile

import (
	"errors"
	"os"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"rust/objects"
)

// A testCase is one line of ../cases.txt.
type testCase struct {
	name string
	run  func(t *testing.T)
}

// kept is how many values stay, for only a thread that is gone may drop them.
var kept int

func TestHostile(t *testing.T) {
	groups := [][]testCase{
		makeCases, methodCases, borrowCases, viewCases, keptCases, idiomCases, closeCases, conflictCases,
		panicCases, threadCases, collectorCases, libraryCases, insideCases, partsCases, dynCases, variantCases, stripCases, behindCases, closureCases, placeCases,
	}
	for _, group := range groups {
		for _, c := range group {
			t.Run(c.name, func(t *testing.T) {
				run(t, c.run)
				settle(t)
			})
		}
	}
}

// run is a function of its own: what it had is nobody's afterwards.
//
//go:noinline
func run(t *testing.T, f func(t *testing.T)) {
	defer func() {
		if value := recover(); value != nil {
			t.Errorf("panicked with %v", value)
		}
	}()
	f(t)
}

// settle waits until no value is alive but those that have to be. A case that
// leaves one behind has failed.
func settle(t *testing.T) {
	t.Helper()
	if left := await(func() int { return live() - kept }, 0); left != 0 {
		t.Errorf("left %d values behind", left)
		kept += left
	}
}

// await collects garbage until f is the number wanted, and gives what it is at
// last.
func await(f func() int, want int) int {
	for end := time.Now().Add(10 * time.Second); ; {
		if got := f(); got == want || time.Now().After(end) {
			return got
		}
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
}

// scale is how often what is repeated is: 1 in the tests, more under stress.
var scale = func() int {
	if n, err := strconv.Atoi(os.Getenv("FERROBIND_STRESS")); err == nil && n > 0 {
		return n
	}
	return 1
}()

// tags are numbers under which values count their end.
var tags atomic.Uint32

func tag() uint32 { return tags.Add(1) }

func equal(t *testing.T, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v (%T), want %v (%T)", got, got, want, want)
	}
}

// dropped fails unless so many values of the tag have ended.
func dropped(t *testing.T, tag uint32, want uint32) {
	t.Helper()
	equal(t, objects.Dropped(tag), want)
}

// caught runs f and gives what it panicked with, or nil.
func caught(f func()) (value any) {
	defer func() { value = recover() }()
	f()
	return nil
}

// panics runs f, which must panic in Rust, with that message.
func panics(t *testing.T, message string, f func()) {
	t.Helper()
	value := caught(f)
	panicked, ok := value.(*objects.RustPanic)
	if !ok {
		t.Fatalf("panicked with %v (%T), want a *objects.RustPanic", value, value)
	}
	equal(t, panicked.Message, message)
}

// refused runs f, which must panic because of a handle.
func refused(t *testing.T, kind error, f func()) *objects.HandleError {
	t.Helper()
	value := caught(f)
	e, ok := value.(*objects.HandleError)
	if !ok {
		t.Fatalf("panicked with %v (%T), want a *objects.HandleError", value, value)
	}
	if !errors.Is(e, kind) {
		t.Fatalf("panicked with %v, want that it is %v", e, kind)
	}
	if e.Func == "" || e.Param == "" || !strings.Contains(e.Error(), e.Param) {
		t.Errorf("says only %q", e.Error())
	}
	return e
}

func closed(t *testing.T, f func())   { t.Helper(); refused(t, objects.ErrClosed, f) }
func inUse(t *testing.T, f func())    { t.Helper(); refused(t, objects.ErrInUse, f) }
func poisoned(t *testing.T, f func()) { t.Helper(); refused(t, objects.ErrPoisoned, f) }
func foreign(t *testing.T, f func())  { t.Helper(); refused(t, objects.ErrThread, f) }
func readOnly(t *testing.T, f func()) { t.Helper(); refused(t, objects.ErrReadOnly, f) }

// missing runs f, which must refuse an argument that is nil.
func missing(t *testing.T, f func()) {
	t.Helper()
	if value, ok := caught(f).(*objects.ArgumentError); !ok || value.Message == "" {
		t.Fatalf("panicked with %v (%T), want a *objects.ArgumentError", value, value)
	}
}

// The main thread does not end before the program, so no test is to run on it.
func init() { runtime.LockOSThread() }

// elsewhere runs f on a thread of its own, and waits until that has ended.
func elsewhere(f func()) {
	done := make(chan any, 1)
	var thread int
	go func() {
		runtime.LockOSThread()
		thread = syscall.Gettid()
		// Also where the test ends in it.
		defer func() { done <- recover() }()
		f()
	}()
	value := <-done
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Microsecond) {
		if _, err := os.Stat("/proc/self/task/" + strconv.Itoa(thread)); err != nil {
			break
		}
	}
	if value != nil {
		panic(value)
	}
}

// meanwhile starts f, which waits in the gate, runs then, and opens the gate. It
// returns when f has.
func meanwhile(gate *objects.Gate, f, then func()) {
	done := make(chan any)
	go func() {
		defer func() { done <- recover() }()
		f()
	}()
	gate.AwaitWaiting(1)
	problem := caught(then)
	gate.Open()
	if value := <-done; value != nil {
		panic(value)
	}
	if problem != nil {
		panic(problem)
	}
}

// atOnce runs f in several goroutines, which start together.
func atOnce(goroutines int, f func(number int)) {
	var ready, done sync.WaitGroup
	var problem atomic.Value
	ready.Add(goroutines)
	done.Add(goroutines)
	for number := range goroutines {
		go func() {
			defer done.Done()
			ready.Done()
			ready.Wait()
			if value := caught(func() { f(number) }); value != nil {
				problem.Store([]any{value})
			}
		}()
	}
	done.Wait()
	if value := problem.Load(); value != nil {
		panic(value)
	}
}

// end closes what has a Close method, which never fails.
func end(t *testing.T, values ...interface{ Close() error }) {
	t.Helper()
	for _, value := range values {
		equal(t, value.Close(), nil)
	}
}
