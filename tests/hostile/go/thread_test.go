package hostile

import (
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"rust/objects"
)

// onThread runs f on a thread that it has for itself, and which ends with it.
func onThread(f func()) { elsewhere(f) }

// Threads, and values that belong to one.
var threadCases = []testCase{
	{"thread/own", func(t *testing.T) {
		onThread(func() {
			l := objects.NewLocal(0)
			equal(t, l.Increment(), uint32(1))
			l.Reset()
			equal(t, l.Increment(), uint32(1))
			equal(t, l.Finish(), uint32(1))
		})
	}},
	{"thread/foreign-call", func(t *testing.T) {
		onThread(func() {
			l := objects.NewLocal(0)
			elsewhere(func() {
				foreign(t, func() { l.Increment() })
				foreign(t, func() { l.Reset() })
				foreign(t, func() { l.Finish() })
				foreign(t, func() { l.Counts() })
			})
			equal(t, l.Increment(), uint32(1))
			end(t, l)
		})
	}},
	{"thread/foreign-call-of-rc", func(t *testing.T) {
		onThread(func() {
			l := objects.NewLeaf(5)
			elsewhere(func() {
				// The value is Sync, and only its count is not.
				equal(t, l.Value(), int64(5))
				foreign(t, func() { l.Same() })
			})
			equal(t, l.Value(), int64(5))
			end(t, l)
		})
	}},
	{"thread/foreign-close", func(t *testing.T) {
		n := tag()
		onThread(func() {
			l := objects.NewLocal(n)
			elsewhere(func() { end(t, l) })
			closed(t, func() { l.Increment() })
			// That was a call of its own thread.
			dropped(t, n, 1)
		})
	}},
	{"thread/foreign-close-ends-with-the-thread", func(t *testing.T) {
		n := tag()
		onThread(func() {
			l := objects.NewLocal(n)
			elsewhere(func() { end(t, l) })
		})
		dropped(t, n, 1)
	}},
	{"thread/forgotten-ends-on-its-own", func(t *testing.T) {
		n := tag()
		onThread(func() {
			forget(func() { objects.NewLocal(n) })
			equal(t, await(func() int {
				objects.NewLocal(0).Close()
				return int(objects.Dropped(n))
			}, 1), 1)
		})
	}},
	{"thread/kept-where-the-thread-is-gone", func(t *testing.T) {
		n := tag()
		var l *objects.Local
		onThread(func() { l = objects.NewLocal(n) })
		foreign(t, func() { l.Increment() })
		end(t, l)
		closed(t, func() { l.Increment() })
		dropped(t, n, 0)
		kept++
	}},
	{"thread/foreign-sequence", func(t *testing.T) {
		onThread(func() {
			l := objects.NewLocal(0)
			counts := l.Counts()
			elsewhere(func() {
				foreign(t, func() {
					for range counts {
					}
				})
			})
			end(t, l)
		})
	}},
	{"thread/borrow-of-its-own", func(t *testing.T) {
		onThread(func() {
			l := objects.NewLocal(0)
			l.Increment()
			sum := uint32(0)
			for count := range l.Counts() {
				sum += count
			}
			equal(t, sum, uint32(6))
			end(t, l)
		})
	}},
	{"thread/send-moves", func(t *testing.T) {
		c := objects.NewCounter(0)
		for range 20 {
			onThread(func() { c.Increment() })
		}
		equal(t, c.Value(), int64(20))
		onThread(func() { end(t, c) })
	}},
	{"thread/not-sync-moves", func(t *testing.T) {
		r := objects.NewRacy()
		for range 20 {
			onThread(func() { r.Increment() })
		}
		equal(t, r.Increment(), uint32(21))
	}},
	{"thread/not-sync-one-at-a-time", func(t *testing.T) {
		r, gate := objects.NewRacy(), objects.DefaultGate()
		meanwhile(gate, func() { equal(t, r.IncrementAt(gate), uint32(1)) }, func() {
			inUse(t, func() { r.Increment() })
		})
		equal(t, r.Increment(), uint32(2))
	}},
	{"thread/not-sync-at-once", func(t *testing.T) {
		r := objects.NewRacy()
		counted := make(chan int, 4)
		atOnce(4, func(int) {
			n := 0
			for range 500 * scale {
				switch caught(func() { r.Increment() }).(type) {
				case nil:
					n++
				case *objects.HandleError:
				default:
					panic("not a handle error")
				}
			}
			counted <- n
		})
		close(counted)
		sum := uint32(1)
		for n := range counted {
			sum += uint32(n)
		}
		equal(t, r.Increment(), sum)
	}},
	{"thread/sync-at-once", func(t *testing.T) {
		s := objects.NewShared(0)
		atOnce(8, func(int) {
			for range 500 * scale {
				s.Add(1)
			}
		})
		equal(t, s.Value(), int64(8*500*scale))
	}},
	{"thread/made-here-closed-there", func(t *testing.T) {
		n := tag()
		parcels := make(chan *objects.Parcel, 10)
		done := make(chan struct{})
		go func() {
			defer close(done)
			for p := range parcels {
				p.Close()
			}
		}()
		for range 500 * scale {
			parcels <- objects.NewParcel(n)
		}
		close(parcels)
		<-done
		dropped(t, n, uint32(500*scale))
	}},
	{"thread/borrow-moves", func(t *testing.T) {
		c := objects.NewCatalog(3, 0)
		cursor := c.Cursor()
		onThread(func() {
			equal(t, cursor.Advance(), true)
			end(t, cursor)
		})
		c.Push("", 0)
	}},
	{"thread/tasks-migrate", func(t *testing.T) {
		atOnce(16, func(number int) {
			c := objects.NewCounter(int64(number))
			for i := range 100 {
				runtime.Gosched()
				if got := c.Increment(); got != int64(number+i+1) {
					panic("lost a step")
				}
			}
			c.Close()
		})
	}},
	{"thread/exit-with-values-alive", func(t *testing.T) {
		command := exec.Command(os.Args[0], "-test.run=^TestExit$", "-test.v")
		command.Env = append(os.Environ(), "FERROBIND_EXIT=1")
		output, err := command.CombinedOutput()
		if err != nil || !strings.Contains(string(output), "about to exit") {
			t.Errorf("%v: %s", err, output)
		}
	}},
}

// TestExit leaves values of every kind alive as the process ends: owned, borrowed,
// forgotten, in a sequence, of a thread, and in use by calls that go on.
func TestExit(t *testing.T) {
	if os.Getenv("FERROBIND_EXIT") == "" {
		t.Skip("it is the program that thread/exit-with-values-alive starts")
	}
	c := objects.NewCatalog(1000, 1)
	c.Cursor()
	gate := objects.DefaultGate()
	for range 4 {
		go func() {
			runtime.LockOSThread()
			objects.NewLocal(1)
			objects.NewWillNotGo(1)
			objects.NewParcel(1).WaitIn(gate)
		}()
	}
	gate.AwaitWaiting(4)
	objects.Parcels(1, 1000)
	runtime.GC()
	for range c.Pages() {
		os.Stdout.WriteString("about to exit\n")
		os.Exit(0)
	}
}
