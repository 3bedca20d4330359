package behaviour

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"rust/basics"
)

// A testCase is one line of ../cases.txt.
type testCase struct {
	name string
	run  func(t *testing.T)
}

func TestBehaviour(t *testing.T) {
	groups := [][]testCase{
		scalarCases, textCases, sliceCases, optionCases, errorCases, panicCases,
		constantCases, callCases, collectorCases, rawCases, crateCases, genericCases,
		valueCases, valueBorrowedCases, valueErrorCases, valueStdCases, valueContainerCases, valueRoundTripCases,
	}
	for _, group := range groups {
		for _, c := range group {
			t.Run(c.name, func(t *testing.T) {
				defer func() {
					if value := recover(); value != nil {
						t.Errorf("panicked with %v", value)
					}
				}()
				c.run(t)
			})
		}
	}
}

// The sizes around that of the scratch block, and one far beyond it.
var sizes = []int{0, 1, 15, 16, 127, 128, 129, 191, 192, 193, 199, 200, 201, 254, 255, 256, 257, 512, 1 << 20}

func equal(t *testing.T, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v (%T), want %v (%T)", clip(got), got, clip(want), want)
	}
}

func clip(value any) any {
	if text, ok := value.(string); ok && len(text) > 200 {
		return strconv.Quote(text[:200]) + "…"
	}
	return value
}

// caught runs f and gives what it panicked with, or nil.
func caught(f func()) (value any) {
	defer func() { value = recover() }()
	f()
	return nil
}

// panics runs f, which must panic in Rust.
func panics(t *testing.T, f func()) *basics.RustPanic {
	t.Helper()
	value := caught(f)
	err, ok := value.(error)
	var panicked *basics.RustPanic
	if !ok || !errors.As(err, &panicked) {
		t.Fatalf("panicked with %v (%T), want a *basics.RustPanic", value, value)
	}
	return panicked
}

// refused runs f, which must panic because of the argument param of function.
func refused(t *testing.T, function, param string, f func()) {
	t.Helper()
	value := caught(f)
	argument, ok := value.(*basics.ArgumentError)
	if !ok {
		t.Fatalf("panicked with %v (%T), want a *basics.ArgumentError", value, value)
	}
	equal(t, argument.Func, function)
	equal(t, argument.Param, param)
	if argument.Message == "" || !strings.Contains(argument.Error(), param) {
		t.Errorf("says only %q", argument.Error())
	}
}

// resident is the memory of the process in bytes: Go's, and Rust's.
func resident(t *testing.T) int {
	t.Helper()
	debug.FreeOSMemory() // Collects, and keeps nothing in reserve.
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := strconv.Atoi(strings.Fields(string(text))[1])
	if err != nil {
		t.Fatal(err)
	}
	return pages * os.Getpagesize()
}

// grows runs f often, and fails if memory grows as it would if each run left
// something behind.
func grows(t *testing.T, times, leaked int, f func()) {
	t.Helper()
	for range times / 10 {
		f()
	}
	before := resident(t)
	for range times {
		f()
	}
	if growth := resident(t) - before; growth > times*leaked/2 {
		t.Errorf("memory grew by %d bytes in %d calls", growth, times)
	}
}

// atOnce runs f in several goroutines, which start together.
func atOnce(goroutines int, f func(number int)) {
	var ready, done sync.WaitGroup
	ready.Add(goroutines)
	done.Add(goroutines)
	for number := range goroutines {
		go func() {
			defer done.Done()
			ready.Done()
			ready.Wait()
			f(number)
		}()
	}
	done.Wait()
}

// collecting runs f with each number below count, over and over, while another
// goroutine collects garbage without a pause and a third makes some: until there
// were collections enough.
func collecting(count int, f func(number int)) {
	var collections atomic.Int64
	stop := make(chan struct{})
	var done sync.WaitGroup
	repeat := func(action func()) {
		defer done.Done()
		for {
			select {
			case <-stop:
				return
			default:
				action()
			}
		}
	}
	done.Add(2)
	go repeat(func() {
		runtime.GC()
		collections.Add(1)
	})
	var garbage [][]byte
	go repeat(func() {
		if len(garbage) > 64 {
			garbage = nil
		}
		garbage = append(garbage, bytes.Repeat([]byte{0xDB}, 4096))
		runtime.Gosched()
	})
	defer done.Wait()
	defer close(stop)
	for collections.Load() < 20 {
		for number := range count {
			f(number)
		}
	}
}

func pointer[T any](value T) *T { return &value }
