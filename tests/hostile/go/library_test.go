package hostile

import (
	"errors"
	"testing"

	"rust/objects"
	"rust/others"
)

// Two libraries with handles in one program.
var libraryCases = []testCase{
	{"library/same-names", func(t *testing.T) {
		a, b := objects.NewCounter(5), others.NewCounter(5)
		equal(t, a.Increment(), int64(6))
		equal(t, b.Increment(), int64(-6))
		end(t, a, b)
	}},
	{"library/close-alternately", func(t *testing.T) {
		for range 1000 {
			a, b := objects.NewCounter(5), others.NewCounter(5)
			end(t, b)
			equal(t, a.Value(), int64(5))
			c := others.NewCounter(6)
			end(t, a)
			equal(t, c.Value(), int64(-6))
			end(t, c)
		}
	}},
	{"library/errors-are-their-own", func(t *testing.T) {
		b := others.NewCounter(5)
		end(t, b)
		err, ok := caught(func() { b.Value() }).(error)
		equal(t, ok, true)
		equal(t, errors.Is(err, others.ErrClosed), true)
		equal(t, errors.Is(err, objects.ErrClosed), false)
	}},
	{"library/panics-are-their-own", func(t *testing.T) {
		a, b := objects.NewCounter(5), others.NewCounter(5)
		_, ok := caught(func() { b.BreakDown() }).(*others.RustPanic)
		equal(t, ok, true)
		panics(t, "half way", func() { a.IncrementTwice() })
		err, _ := caught(func() { b.Value() }).(error)
		equal(t, errors.Is(err, others.ErrPoisoned), true)
	}},
	{"library/counts-are-their-own", func(t *testing.T) {
		before := live()
		b := others.NewCounter(5)
		equal(t, live(), before)
		end(t, b)
	}},
	{"library/forgotten-by-both", func(t *testing.T) {
		n := tag()
		forget(func() {
			for range 500 {
				objects.NewParcel(n)
				others.NewCounter(1)
			}
		})
		equal(t, await(func() int { return int(objects.Dropped(n)) }, 500), 500)
	}},
}
