package hostile

import (
	"errors"
	"testing"

	"rust/objects"
)

// Panics in Rust, in every place where one can be.
var panicCases = []testCase{
	{"panic/half-way-poisons", func(t *testing.T) {
		c := objects.NewCounter(1)
		panics(t, "half way", func() { c.IncrementTwice() })
		poisoned(t, func() { c.Value() })
		poisoned(t, func() { c.Increment() })
		poisoned(t, func() { c.IntoValue() })
		poisoned(t, func() { objects.CounterSum(c, objects.NewCounter(1)) })
	}},
	{"panic/poisoned-can-be-closed", func(t *testing.T) {
		c := objects.NewCounter(1)
		before := live()
		panics(t, "half way", func() { c.IncrementTwice() })
		equal(t, live(), before)
		end(t, c, c)
		equal(t, live(), before-1)
		closed(t, func() { c.Value() })
	}},
	{"panic/poisoned-says-why", func(t *testing.T) {
		c := objects.NewCounter(1)
		caught(func() { c.IncrementTwice() })
		e := refused(t, objects.ErrPoisoned, func() { c.Value() })
		equal(t, e.Func, "Counter.Value")
	}},
	{"panic/readers-poison-nothing", func(t *testing.T) {
		c := objects.NewCounter(1)
		panics(t, "only looked", func() { c.LookAndPanic() })
		equal(t, c.Increment(), int64(2))
	}},
	{"panic/consumed-is-gone", func(t *testing.T) {
		c := objects.NewCounter(1)
		before := live()
		panics(t, "consumed", func() { c.ConsumeAndPanic() })
		closed(t, func() { c.Value() })
		equal(t, live(), before-1)
	}},
	{"panic/both-are-poisoned", func(t *testing.T) {
		a, b := objects.DefaultFragile(), objects.DefaultFragile()
		panics(t, "both are touched", func() { a.Touch(b) })
		poisoned(t, func() { a.Uses() })
		poisoned(t, func() { b.Uses() })
	}},
	{"panic/only-the-written-is-poisoned", func(t *testing.T) {
		a, b := objects.DefaultFragile(), objects.DefaultFragile()
		panics(t, "leaned", func() { a.LeanOn(b) })
		poisoned(t, func() { a.Uses() })
		equal(t, b.Uses(), uint32(0))
	}},
	{"panic/refused-poisons-nothing", func(t *testing.T) {
		a := objects.DefaultFragile()
		inUse(t, func() { a.Touch(a) })
		missing(t, func() { a.Touch(nil) })
		equal(t, a.Uses(), uint32(0))
	}},
	{"panic/before-a-value", func(t *testing.T) {
		before := live()
		panics(t, "no value", func() { objects.FragileBroken() })
		equal(t, live(), before)
	}},
	{"panic/before-a-borrow", func(t *testing.T) {
		f := objects.DefaultFragile()
		panics(t, "no borrow", func() { f.BrokenBorrow() })
		poisoned(t, func() { f.Uses() })
	}},
	{"panic/in-clone", func(t *testing.T) {
		f := objects.DefaultFragile()
		panics(t, "no copy", func() { f.Clone() })
		equal(t, f.Uses(), uint32(0))
	}},
	{"panic/in-eq", func(t *testing.T) {
		a, b := objects.DefaultFragile(), objects.DefaultFragile()
		panics(t, "no comparison", func() { a.Equal(b) })
		equal(t, a.Uses(), uint32(0))
	}},
	{"panic/in-display", func(t *testing.T) {
		g := objects.NewGrumpy(0)
		panics(t, "no comment", func() { _ = g.String() })
		equal(t, g.Mood(), uint32(0))
	}},
	{"panic/in-debug", func(t *testing.T) {
		g := objects.NewGrumpy(2)
		panics(t, "no details", func() { g.GoString() })
		equal(t, g.String(), "fine")
	}},
	{"panic/in-drop", func(t *testing.T) {
		before := live()
		w := objects.NewWillNotGo(1)
		end(t, w)
		equal(t, live(), before)
		closed(t, func() { w.Tag() })
		end(t, w)
	}},
	{"panic/in-drop-often", func(t *testing.T) {
		before := live()
		for range 100 {
			end(t, objects.NewWillNotGo(1))
		}
		equal(t, live(), before)
	}},
	{"panic/in-drop-of-the-consumed", func(t *testing.T) {
		w := objects.NewWillNotGo(1)
		panics(t, "will not go", func() { w.Consume() })
		closed(t, func() { w.Tag() })
	}},
	{"panic/in-drop-of-the-forgotten", func(t *testing.T) {
		before := live()
		forget(func() { objects.NewWillNotGo(1) })
		equal(t, await(live, before), before)
	}},
	{"panic/in-next", func(t *testing.T) {
		s := objects.NewStumbler(3)
		seen := 0
		panics(t, "fell at 3", func() {
			for range s.Walk() {
				seen++
			}
		})
		equal(t, s.Steps(), uint32(3))
	}},
	{"panic/in-next-then-again", func(t *testing.T) {
		walk := objects.NewStumbler(1).Walk()
		panics(t, "fell at 1", func() {
			for range walk {
			}
		})
		closed(t, func() {
			for range walk {
			}
		})
	}},
	{"panic/in-a-later-batch", func(t *testing.T) {
		s := objects.NewStumbler(100_000)
		var last uint32
		panics(t, "fell at 100000", func() {
			for step := range s.Walk() {
				last = step
			}
		})
		equal(t, last > 99_000, true)
	}},
	{"panic/after-the-loop-has-left", func(t *testing.T) {
		s := objects.NewStumbler(50)
		for step := range s.Walk() {
			if step == 5 {
				break
			}
		}
		equal(t, s.Steps(), uint32(50))
	}},
	{"panic/through-an-exclusive-borrow", func(t *testing.T) {
		c := objects.NewCatalog(2, 0)
		book, _ := c.FindMut("title 1")
		panics(t, "ripped", func() { book.Rip() })
		poisoned(t, func() { book.Title() })
		end(t, book)
		// Somebody who could write to it panicked.
		poisoned(t, func() { c.Len() })
	}},
	{"panic/in-a-guard", func(t *testing.T) {
		c := objects.NewCatalog(2, 0)
		guard := c.Guard()
		panics(t, "fumbled", func() { guard.Fumble() })
		poisoned(t, func() { guard.Len() })
		end(t, guard)
		poisoned(t, func() { c.Len() })
		end(t, c)
	}},
	{"panic/while-closed-elsewhere", func(t *testing.T) {
		n := tag()
		p := objects.NewParcel(n)
		chain := p.Chain()
		end(t, p, chain)
		dropped(t, n, 1)
	}},
	{"panic/error-while-poisoned", func(t *testing.T) {
		c := objects.NewCounter(1)
		caught(func() { c.IncrementTwice() })
		_, err := c.Limited(1)
		equal(t, errors.Is(err, objects.ErrPoisoned), true)
	}},
	{"panic/at-once", func(t *testing.T) {
		atOnce(4, func(int) {
			for range 100 * scale {
				c := objects.NewCounter(1)
				if _, ok := caught(func() { c.IncrementTwice() }).(*objects.RustPanic); !ok {
					panic("no panic")
				}
				c.Close()
			}
		})
	}},
}

// forget runs f in a function of its own, so that nothing is left of what it made.
//
//go:noinline
func forget(f func()) { f() }
