package hostile

import (
	"errors"
	"strings"
	"testing"

	"rust/objects"
)

// Methods, and handles as arguments.
var methodCases = []testCase{
	{"method/shared", func(t *testing.T) {
		c := objects.NewCounter(1)
		equal(t, c.Value(), int64(1))
		equal(t, c.Value(), int64(1))
	}},
	{"method/text", func(t *testing.T) {
		for _, size := range []int{0, 1, 199, 255, 256, 257, 100_000} {
			text := strings.Repeat("n", size)
			c := objects.CounterWithName(text, 0)
			equal(t, c.Name() == text, true)
			end(t, c)
		}
	}},
	{"method/exclusive", func(t *testing.T) {
		c := objects.NewCounter(1)
		equal(t, c.Increment(), int64(2))
		equal(t, c.Increment(), int64(3))
	}},
	{"method/text-argument", func(t *testing.T) {
		c := objects.NewCounter(1)
		c.SetName("ünö")
		equal(t, c.Name(), "ünö")
	}},
	{"method/returns-itself", func(t *testing.T) {
		c := objects.NewCounter(1)
		equal(t, c.Plus(2) == c, true)
		equal(t, c.Plus(1).Plus(1).Value(), int64(5))
	}},
	{"method/result", func(t *testing.T) {
		got, err := objects.NewCounter(1).Limited(4)
		equal(t, err, nil)
		equal(t, got, int64(5))
	}},
	{"method/error-poisons-nothing", func(t *testing.T) {
		c := objects.NewCounter(1)
		_, err := c.Limited(-1)
		var typed *objects.CounterError
		equal(t, errors.As(err, &typed), true)
		equal(t, c.Increment(), int64(2))
	}},
	{"method/shared-argument", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(10)
		a.AddFrom(b)
		equal(t, a.Value(), int64(11))
		equal(t, b.Value(), int64(10))
	}},
	{"method/exclusive-argument", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(10)
		a.Swap(b)
		equal(t, a.Value(), int64(10))
		equal(t, b.Value(), int64(1))
	}},
	{"method/consumed-argument", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(10)
		a.Absorb(b)
		equal(t, a.Value(), int64(11))
		closed(t, func() { b.Value() })
	}},
	{"method/consumes", func(t *testing.T) {
		c := objects.NewCounter(6)
		equal(t, c.IntoValue(), int64(6))
		closed(t, func() { c.Value() })
	}},
	{"method/consumes-box", func(t *testing.T) {
		c := objects.NewCounter(6)
		equal(t, c.Unbox(), int64(6))
		closed(t, func() { c.Unbox() })
	}},
	{"method/consumes-two", func(t *testing.T) {
		a, b := objects.CounterWithName("a", 1), objects.CounterWithName("b", 2)
		c := a.Joined(b)
		equal(t, c.Name(), "ab")
		equal(t, c.Value(), int64(3))
		closed(t, func() { a.Value() })
		closed(t, func() { b.Value() })
	}},
	{"method/consumes-and-succeeds", func(t *testing.T) {
		got, err := objects.NewCounter(6).IntoPositive()
		equal(t, err, nil)
		equal(t, got, int64(6))
	}},
	{"method/consumes-and-fails", func(t *testing.T) {
		c := objects.NewCounter(-6)
		_, err := c.IntoPositive()
		equal(t, err.Error(), "a counter starts at 0 or more")
		_, err = c.IntoPositive()
		equal(t, errors.Is(err, objects.ErrClosed), true)
	}},
	{"method/handle-error-is-returned", func(t *testing.T) {
		c := objects.NewCounter(6)
		end(t, c)
		_, err := c.Limited(1)
		var handle *objects.HandleError
		equal(t, errors.As(err, &handle), true)
		equal(t, errors.Is(err, objects.ErrClosed), true)
	}},
	{"function/consumes-two", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		equal(t, objects.Both(a, b), int64(1002))
		closed(t, func() { a.Value() })
		closed(t, func() { b.Value() })
	}},
	{"function/two-exclusive", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		objects.SwapBoth(a, b)
		objects.SwapBoth(b, a)
		objects.SwapBoth(a, b)
		equal(t, a.Value(), int64(2))
		equal(t, b.Value(), int64(1))
	}},
	{"function/mixed", func(t *testing.T) {
		a, b, c := objects.NewCounter(1), objects.NewCounter(2), objects.NewCounter(3)
		equal(t, objects.Transfer(a, b, c), int64(3))
		equal(t, a.Value(), int64(0))
		equal(t, b.Value(), int64(3))
	}},
	{"function/three", func(t *testing.T) {
		a, b, c := objects.NewCounter(1), objects.NewCounter(2), objects.NewCounter(3)
		equal(t, objects.Three(a, b, c), int64(6))
		equal(t, a.Value()+b.Value(), int64(3))
		closed(t, func() { c.Value() })
	}},
	{"function/same-shared-twice", func(t *testing.T) {
		a := objects.NewCounter(4)
		equal(t, objects.CounterSum(a, a), int64(8))
		equal(t, a.Increment(), int64(5))
	}},
	{"function/some", func(t *testing.T) {
		equal(t, objects.OrZero(objects.NewCounter(4)), int64(4))
	}},
	{"function/none", func(t *testing.T) {
		equal(t, objects.OrZero(nil), int64(0))
	}},
	{"function/consumes-some", func(t *testing.T) {
		c := objects.NewCounter(4)
		equal(t, objects.TakeOrZero(c), int64(4))
		closed(t, func() { objects.TakeOrZero(c) })
	}},
	{"function/consumes-none", func(t *testing.T) {
		equal(t, objects.TakeOrZero(nil), int64(0))
	}},
	{"function/slice-and-handle", func(t *testing.T) {
		equal(t, objects.SumAll([]int64{1, 2, 3}, objects.NewCounter(4)), int64(10))
	}},
	{"function/any-order-of-addresses", func(t *testing.T) {
		all := objects.Many(16)
		for _, a := range all {
			for _, b := range all {
				if a != b {
					objects.SwapBoth(a, b)
				}
				objects.CounterSum(a, b)
			}
		}
		var sum int64
		for _, c := range all {
			sum += c.IntoValue()
		}
		equal(t, sum, int64(120))
	}},
	{"trait/same-method-of-two-types", func(t *testing.T) {
		equal(t, objects.NewCircle(2).Area(), 12.0)
		equal(t, objects.NewSquare(2).Area(), 4.0)
	}},
	{"trait/exclusive", func(t *testing.T) {
		s := objects.NewSquare(2)
		s.Scale(2)
		equal(t, s.Side(), 4.0)
	}},
	{"trait/default-method", func(t *testing.T) {
		c := objects.NewCircle(1)
		texts := []string{c.Describe(), c.Describe2()}
		equal(t, strings.Contains(strings.Join(texts, ", "), "a shape of 3"), true)
		equal(t, strings.Contains(strings.Join(texts, ", "), "a tagged circle"), true)
	}},
	{"trait/overridden-method", func(t *testing.T) {
		equal(t, objects.NewSquare(2).Describe(), "a square")
	}},
	{"trait/consumes", func(t *testing.T) {
		c := objects.NewCircle(2)
		equal(t, c.IntoTag(), "circle 2")
		closed(t, func() { c.Area() })
	}},
	{"trait/closed", func(t *testing.T) {
		s := objects.NewSquare(2)
		end(t, s)
		closed(t, func() { s.Area() })
		closed(t, func() { s.Scale(1) })
	}},
}
