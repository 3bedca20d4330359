package hostile

import (
	"errors"
	"testing"

	"rust/objects"
)

// Calls that get into each other's way.
var conflictCases = []testCase{
	{"conflict/same-exclusive-twice", func(t *testing.T) {
		c := objects.NewCounter(1)
		inUse(t, func() { c.Swap(c) })
		inUse(t, func() { objects.SwapBoth(c, c) })
		equal(t, c.Increment(), int64(2))
	}},
	{"conflict/same-exclusive-and-shared", func(t *testing.T) {
		c := objects.NewCounter(1)
		inUse(t, func() { c.AddFrom(c) })
		equal(t, c.Increment(), int64(2))
	}},
	{"conflict/same-shared-and-exclusive", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		inUse(t, func() { objects.Transfer(a, b, b) })
		inUse(t, func() { objects.Transfer(a, b, a) })
		inUse(t, func() { objects.Transfer(a, a, b) })
		equal(t, a.Increment()+b.Increment(), int64(5))
	}},
	{"conflict/same-consumed-twice", func(t *testing.T) {
		c := objects.NewCounter(1)
		inUse(t, func() { objects.Both(c, c) })
		inUse(t, func() { c.Joined(c) })
		equal(t, c.IntoValue(), int64(1))
	}},
	{"conflict/same-shared-and-consumed", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		inUse(t, func() { objects.Three(a, b, a) })
		inUse(t, func() { objects.Three(b, a, a) })
		equal(t, objects.Three(a, a, b), int64(4))
	}},
	{"conflict/same-exclusive-and-consumed", func(t *testing.T) {
		c := objects.NewCounter(1)
		inUse(t, func() { c.Absorb(c) })
		equal(t, c.Increment(), int64(2))
	}},
	{"conflict/copy-is-the-same", func(t *testing.T) {
		p := objects.DefaultFragile()
		inUse(t, func() { p.Touch(p) })
		equal(t, p.Uses(), uint32(0))
	}},
	{"conflict/says-what-and-why", func(t *testing.T) {
		c := objects.NewCounter(1)
		e := refused(t, objects.ErrInUse, func() { c.Swap(c) })
		equal(t, e.Func, "Counter.Swap")
	}},
	{"conflict/owner-and-its-borrow", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		larger := objects.Larger(a, b)
		equal(t, objects.CounterSum(larger, b), int64(4))
		inUse(t, func() { objects.Transfer(a, b, larger) })
		readOnly(t, func() { larger.AddFrom(a) })
		readOnly(t, func() { objects.SwapBoth(larger, objects.NewCounter(1)) })
		readOnly(t, func() { larger.IntoValue() })
		end(t, larger)
		objects.SwapBoth(a, b)
	}},
	{"conflict/borrow-of-itself-as-an-argument", func(t *testing.T) {
		c := objects.NewCatalog(2, 0)
		cursor := c.Cursor()
		inUse(t, func() { c.Push("x", 1) })
		equal(t, c.Select(c).Len(), uint(4))
		end(t, cursor)
	}},
	{"conflict/writer-during-a-reader", func(t *testing.T) {
		p, gate := objects.NewParcel(0), objects.DefaultGate()
		meanwhile(gate, func() { p.WaitIn(gate) }, func() {
			inUse(t, func() { p.Grow(1) })
			equal(t, p.Size(), uint(0))
		})
		p.Grow(1)
	}},
	{"conflict/reader-during-a-writer", func(t *testing.T) {
		p, gate := objects.NewParcel(0), objects.DefaultGate()
		meanwhile(gate, func() { equal(t, p.Hold(gate), uint(1)) }, func() {
			inUse(t, func() { p.Size() })
			inUse(t, func() { p.Chain() })
		})
		equal(t, p.Size(), uint(1))
	}},
	{"conflict/writer-during-a-writer", func(t *testing.T) {
		p, gate := objects.NewParcel(0), objects.DefaultGate()
		meanwhile(gate, func() { p.Hold(gate) }, func() { inUse(t, func() { p.Grow(1) }) })
		equal(t, p.Size(), uint(1))
	}},
	{"conflict/call-during-a-consuming-call", func(t *testing.T) {
		p, gate := objects.NewParcel(0), objects.DefaultGate()
		meanwhile(gate, func() { p.GiveUp(gate) }, func() {
			closed(t, func() { p.Size() })
			closed(t, func() { p.Open() })
		})
	}},
	{"conflict/readers-run-in-parallel", func(t *testing.T) {
		p, gate := objects.NewParcel(7), objects.DefaultGate()
		done := make(chan uint32)
		for range 4 {
			go func() { done <- p.WaitIn(gate) }()
		}
		// All of them are in it at once.
		gate.AwaitWaiting(4)
		gate.Open()
		for range 4 {
			equal(t, <-done, uint32(7))
		}
	}},
	{"conflict/no-deadlock-in-opposite-order", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		atOnce(4, func(number int) {
			for range 500 * scale {
				first, second := a, b
				if number%2 == 1 {
					first, second = b, a
				}
				if value := caught(func() { objects.SwapBoth(first, second) }); value != nil {
					if e, ok := value.(error); !ok || !errors.Is(e, objects.ErrInUse) {
						panic(value)
					}
				}
			}
		})
		equal(t, a.Value()+b.Value(), int64(3))
	}},
	{"conflict/writers-at-once", func(t *testing.T) {
		c := objects.NewCounter(0)
		var counted [4]int64
		atOnce(4, func(number int) {
			for range 1000 * scale {
				if value := caught(func() { c.Increment() }); value == nil {
					counted[number]++
				} else if e, ok := value.(error); !ok || !errors.Is(e, objects.ErrInUse) {
					panic(value)
				}
			}
		})
		equal(t, c.Value(), counted[0]+counted[1]+counted[2]+counted[3])
	}},
	{"conflict/borrowers-at-once", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(5, n)
		atOnce(4, func(int) {
			for range 200 * scale {
				cursor := c.Cursor()
				book, _ := cursor.Current()
				cursor.Close()
				equal(t, book.Title(), "title 0")
				book.Close()
			}
		})
		c.Push("", 0)
		end(t, c)
		dropped(t, n, 1)
	}},
	{"conflict/shared-and-close-at-once", func(t *testing.T) {
		for range 50 * scale {
			n := tag()
			c := objects.NewCatalog(5, n)
			atOnce(4, func(number int) {
				if number == 0 {
					c.Close()
					return
				}
				value := caught(func() {
					cursor := c.Cursor()
					equal(t, cursor.At(), uint(0))
					cursor.Close()
				})
				if e, ok := value.(error); ok && !errors.Is(e, objects.ErrClosed) {
					panic(value)
				}
			})
			dropped(t, n, 1)
		}
	}},
	{"conflict/one-sequence-at-once", func(t *testing.T) {
		c := objects.NewCatalog(2000, 0)
		pages := c.Pages()
		counts := make(chan int, 4)
		atOnce(4, func(int) {
			count := 0
			value := caught(func() {
				for range pages {
					count++
				}
			})
			if e, ok := value.(error); ok && !errors.Is(e, objects.ErrClosed) {
				panic(value)
			}
			counts <- count
		})
		close(counts)
		sum := 0
		for count := range counts {
			sum += count
		}
		equal(t, sum, 2000)
	}},
}
