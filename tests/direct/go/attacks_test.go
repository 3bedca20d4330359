package direct

import (
	"bytes"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"rust/direct"
)

var attackCases = []testCase{
	{"from_a_locked_thread", fromALockedThread},
	{"from_a_finalizer", fromAFinalizer},
	{"stacks_of_every_size", stacksOfEverySize},
	{"arguments_on_the_stack", argumentsOnTheStack},
	{"thousands_of_goroutines", thousandsOfGoroutines},
	{"preemption", preemption},
	{"collections", collections},
	{"nobody_waits", nobodyWaits},
	{"profiling", profiling},
	{"tracebacks", tracebacks},
	{"drift", drift},
}

func fromALockedThread(t *testing.T) {
	done := make(chan bool)
	go func() {
		// Not unlocked: the thread ends with it.
		runtime.LockOSThread()
		done <- busy(2000)
	}()
	equal(t, <-done, true)
}

func fromAFinalizer(t *testing.T) {
	var right atomic.Int32
	for range 100 {
		value := new([64]byte)
		runtime.SetFinalizer(value, func(*[64]byte) {
			if busy(10) {
				right.Add(1)
			}
		})
	}
	for end := time.Now().Add(10 * time.Second); right.Load() < 100 && time.Now().Before(end); {
		runtime.GC()
	}
	// The last one may still be on a stack.
	if right.Load() < 99 {
		t.Errorf("%d of 100", right.Load())
	}
}

// busy makes calls of each kind.
func busy(times int) bool {
	for n := range times {
		if !works(n) {
			return false
		}
	}
	return true
}

// deeper calls at a depth: with the stack as full as it is there.
//
//go:noinline
func deeper(depth int) bool {
	if depth == 0 {
		return works(depth)
	}
	return deeper(depth-1) && depth > 0
}

// A stack is as large as a power of two, and filled in steps of a few words, so that a call comes with every
// number of bytes left.
func stacksOfEverySize(t *testing.T) {
	for depth := range 700 * min(scale, 10) {
		done := make(chan bool)
		go func() { done <- deeper(depth) }()
		equal(t, <-done, true)
	}
}

// The stack moves between two calls, and what an argument points to moves with it.
func argumentsOnTheStack(t *testing.T) {
	for depth := range 300 {
		done := make(chan bool)
		go func() {
			var text [40]byte
			for i := range text {
				text[i] = byte(depth + i)
			}
			want := fnv(text[:])
			done <- direct.Fnv(text[:]) == want && deeper(depth) && direct.Fnv(text[:]) == want
		}()
		equal(t, <-done, true)
	}
}

func thousandsOfGoroutines(t *testing.T) {
	var wait sync.WaitGroup
	var wrong atomic.Int32
	for range 4000 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for range 20 * scale {
				if !busy(5) {
					wrong.Add(1)
				}
				runtime.Gosched()
			}
		}()
	}
	wait.Wait()
	equal(t, wrong.Load(), 0)
}

// during makes calls on several goroutines as long as f runs.
func during(t *testing.T, f func()) {
	var wait sync.WaitGroup
	var over atomic.Bool
	var wrong, calls atomic.Int64
	for range 2 * runtime.GOMAXPROCS(0) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for !over.Load() {
				if !busy(100) {
					wrong.Add(1)
				}
				calls.Add(100)
			}
		}()
	}
	f()
	over.Store(true)
	wait.Wait()
	equal(t, wrong.Load(), 0)
	t.Logf("%d rounds of calls", calls.Load())
}

// The signal by which Go preempts, as often as the system delivers it.
func preemption(t *testing.T) {
	during(t, func() {
		for end := time.Now().Add(time.Duration(scale) * time.Second); time.Now().Before(end); {
			for range 100 {
				if err := syscall.Kill(os.Getpid(), syscall.SIGURG); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}

func collections(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(1))
	var longest time.Duration
	during(t, func() {
		var kept [][]byte
		for end := time.Now().Add(time.Duration(scale) * time.Second); time.Now().Before(end); {
			kept = append(kept[:len(kept)%100], make([]byte, 1000))
			started := time.Now()
			runtime.GC()
			longest = max(longest, time.Since(started))
		}
	})
	t.Logf("the longest collection took %v", longest)
}

// What may take long is no direct call: collections end while it runs, whether it is made by way of cgo or without.
func nobodyWaits(t *testing.T) {
	var over atomic.Bool
	done := make(chan uint64)
	started := make(chan bool)
	go func() {
		close(started)
		value := direct.HostileLongLoop(500_000_000)
		over.Store(true)
		done <- value
	}()
	<-started
	collections := 0
	for runtime.GC(); !over.Load(); runtime.GC() {
		collections++
	}
	<-done
	t.Logf("%d collections during one call", collections)
	if collections == 0 {
		t.Error("the collector has waited")
	}
}

// profiled has the profiler's signal come while f runs, as often as Go allows; and a profile is still made.
func profiled(t *testing.T, f func()) {
	var profile bytes.Buffer
	runtime.SetCPUProfileRate(10000)
	if err := pprof.StartCPUProfile(&profile); err != nil {
		t.Fatal(err)
	}
	f()
	pprof.StopCPUProfile()
	if profile.Len() == 0 {
		t.Error("there is no profile")
	}
}

func profiling(t *testing.T) {
	profiled(t, func() {
		during(t, func() { time.Sleep(time.Duration(scale) * time.Second) })
	})
}

// Other threads look for the callers of every goroutine, those included that are in Rust just then.
func tracebacks(t *testing.T) {
	var over atomic.Bool
	var wait sync.WaitGroup
	for range 2 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for n := uint64(1); !over.Load(); n++ {
				direct.HostileLongLoop(n % 5000)
			}
		}()
	}
	times := 0
	profiled(t, func() {
		during(t, func() {
			text := make([]byte, 1<<20)
			for end := time.Now().Add(time.Duration(scale) * time.Second); time.Now().Before(end); times++ {
				if stacks := string(text[:runtime.Stack(text, true)]); strings.Contains(stacks, "runtime: ") {
					t.Errorf("a stack that was not understood: %s", stacks)
					break
				}
			}
		})
	})
	over.Store(true)
	wait.Wait()
	t.Logf("%d times", times)
}

func drift(t *testing.T) {
	var onStack [64]byte
	sum := int64(0)
	calls := func(times int) {
		for n := range times {
			sum += direct.Add(int64(n), int64(direct.Fnv(onStack[:8])&1))
		}
	}
	calls(100_000)
	runtime.GC()
	before := resident(t)
	calls(10_000_000 * scale)
	runtime.GC()
	if after := resident(t); after > before+4<<20 {
		t.Errorf("%d bytes before, %d after", before, after)
	}
}

// resident is how many bytes of memory the process has.
func resident(t *testing.T) int {
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
