package hostile

import (
	"errors"
	"reflect"
	"testing"

	"rust/objects"
)

// Values that are gone, or never were.
var closeCases = []testCase{
	{"close/use-after", func(t *testing.T) {
		c := objects.NewCounter(1)
		end(t, c)
		closed(t, func() { c.Value() })
		closed(t, func() { c.Increment() })
		closed(t, func() { c.IntoValue() })
		closed(t, func() { c.Name() })
		closed(t, func() { c.Plus(1) })
	}},
	{"close/says-what-and-why", func(t *testing.T) {
		c := objects.NewCounter(1)
		end(t, c)
		e := refused(t, objects.ErrClosed, func() { c.Value() })
		equal(t, e.Func, "Counter.Value")
		equal(t, e.Param, "self")
		equal(t, e.Error(), "objects.Counter.Value: self is a Counter that was closed")
	}},
	{"close/twice", func(t *testing.T) {
		n := tag()
		p := objects.NewParcel(n)
		end(t, p, p, p)
		dropped(t, n, 1)
	}},
	{"close/at-once", func(t *testing.T) {
		for range 50 * scale {
			n := tag()
			p := objects.NewParcel(n)
			atOnce(8, func(int) { p.Close() })
			dropped(t, n, 1)
		}
	}},
	{"close/at-once-with-calls", func(t *testing.T) {
		for range 50 * scale {
			n := tag()
			p := objects.NewParcel(n)
			atOnce(4, func(number int) {
				if number == 0 {
					p.Close()
					return
				}
				for range 20 {
					value := caught(func() { equal(t, p.Tag(), n) })
					if e, ok := value.(error); ok && !errors.Is(e, objects.ErrClosed) {
						t.Error(e)
					}
				}
			})
			dropped(t, n, 1)
		}
	}},
	{"close/argument", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		end(t, b)
		closed(t, func() { a.AddFrom(b) })
		closed(t, func() { a.Swap(b) })
		closed(t, func() { a.Absorb(b) })
		closed(t, func() { objects.OrZero(b) })
		closed(t, func() { objects.TakeOrZero(b) })
		equal(t, a.Increment(), int64(2))
	}},
	{"close/names-the-argument", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		end(t, b)
		equal(t, refused(t, objects.ErrClosed, func() { objects.Both(a, b) }).Param, "second")
		equal(t, a.Value(), int64(1))
	}},
	{"close/during-a-call", func(t *testing.T) {
		n := tag()
		p, gate := objects.NewParcel(n), objects.DefaultGate()
		meanwhile(gate, func() { equal(t, p.WaitIn(gate), n) }, func() {
			end(t, p)
			closed(t, func() { p.Tag() })
			dropped(t, n, 0)
		})
		dropped(t, n, 1)
	}},
	{"close/during-an-exclusive-call", func(t *testing.T) {
		n := tag()
		p, gate := objects.NewParcel(n), objects.DefaultGate()
		meanwhile(gate, func() { equal(t, p.Hold(gate), uint(1)) }, func() {
			end(t, p)
			closed(t, func() { p.Tag() })
			dropped(t, n, 0)
		})
		dropped(t, n, 1)
	}},
	{"close/during-a-consuming-call", func(t *testing.T) {
		n := tag()
		p, gate := objects.NewParcel(n), objects.DefaultGate()
		meanwhile(gate, func() { equal(t, p.GiveUp(gate), n) }, func() {
			end(t, p)
			closed(t, func() { p.Tag() })
			dropped(t, n, 0)
		})
		dropped(t, n, 1)
	}},
	{"close/argument-during-a-call", func(t *testing.T) {
		gate := objects.DefaultGate()
		p, second := objects.NewParcel(0), objects.DefaultGate()
		meanwhile(gate, func() { p.WaitIn(gate) }, func() { end(t, second) })
		closed(t, func() { p.WaitIn(second) })
	}},
	{"close/during-many-calls", func(t *testing.T) {
		n := tag()
		p, gate := objects.NewParcel(n), objects.DefaultGate()
		done := make(chan uint32)
		for range 8 {
			go func() { done <- p.WaitIn(gate) }()
		}
		gate.AwaitWaiting(8)
		end(t, p)
		dropped(t, n, 0)
		gate.Open()
		for range 8 {
			equal(t, <-done, n)
		}
		equal(t, await(func() int { return int(objects.Dropped(n)) }, 1), 1)
	}},
	{"close/nil", func(t *testing.T) {
		var c *objects.Counter
		end(t, c)
	}},
	{"close/nil-receiver", func(t *testing.T) {
		var c *objects.Counter
		missing(t, func() { c.Value() })
		missing(t, func() { c.Increment() })
		missing(t, func() { c.IntoValue() })
	}},
	{"close/nil-argument", func(t *testing.T) {
		c := objects.NewCounter(1)
		missing(t, func() { c.AddFrom(nil) })
		missing(t, func() { c.Swap(nil) })
		missing(t, func() { c.Absorb(nil) })
		missing(t, func() { objects.Both(c, nil) })
		missing(t, func() { objects.Transfer(c, nil, c) })
		equal(t, c.Increment(), int64(2))
	}},
	{"close/zero-value", func(t *testing.T) {
		var c objects.Counter
		missing(t, func() { c.Value() })
		missing(t, func() { objects.NewCounter(1).AddFrom(&c) })
		end(t, &c, &c)
		end(t, new(objects.Parcel))
	}},
	{"close/copy", func(t *testing.T) {
		n := tag()
		p := objects.NewParcel(n)
		copied := copyOf(p)
		equal(t, copied.Tag(), n)
		end(t, p)
		closed(t, func() { copied.Tag() })
		end(t, copied)
		dropped(t, n, 1)
	}},
	{"close/copy-first", func(t *testing.T) {
		n := tag()
		p := objects.NewParcel(n)
		end(t, copyOf(p))
		closed(t, func() { p.Tag() })
		end(t, p)
		dropped(t, n, 1)
	}},
	{"close/copy-outlives-it", func(t *testing.T) {
		n := tag()
		copied := copyOf(objects.NewParcel(n))
		equal(t, await(func() int { return int(objects.Dropped(n)) }, 1), 1)
		closed(t, func() { copied.Tag() })
		end(t, copied)
	}},
	{"close/cell-is-used-again", func(t *testing.T) {
		n := tag()
		old := objects.NewCounter(1)
		end(t, old)
		for range 1000 {
			p := objects.NewParcel(n)
			closed(t, func() { old.Value() })
			end(t, old)
			equal(t, p.Tag(), n)
			end(t, p)
		}
		dropped(t, n, 1000)
	}},
	{"close/of-another-type-then", func(t *testing.T) {
		old := make([]*objects.Counter, 100)
		for i := range old {
			old[i] = objects.NewCounter(1)
			end(t, old[i])
		}
		values := make([]*objects.Parcel, 100)
		for i := range values {
			values[i] = objects.NewParcel(0)
		}
		for i := range old {
			closed(t, func() { old[i].Value() })
			end(t, old[i])
			equal(t, values[i].Tag(), uint32(0))
		}
	}},
	{"close/in-any-order", func(t *testing.T) {
		n := tag()
		for order := range 6 {
			p := objects.NewParcel(n)
			a := p.Chain()
			b := a.Longer()
			all := []interface{ Close() error }{p, a, b}
			for left := 3; left > 0; left-- {
				i := order % left
				order /= left
				dropped(t, n, 0)
				end(t, all[i])
				all = append(all[:i], all[i+1:]...)
			}
			dropped(t, n, 1)
			n = tag()
		}
	}},
	{"consume/again", func(t *testing.T) {
		c := objects.NewCounter(1)
		c.IntoValue()
		closed(t, func() { c.IntoValue() })
		closed(t, func() { c.Value() })
		end(t, c)
	}},
	{"consume/again-as-an-argument", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		a.Absorb(b)
		closed(t, func() { a.Absorb(b) })
		closed(t, func() { objects.Both(a, b) })
		equal(t, a.Value(), int64(3))
	}},
	{"consume/at-once", func(t *testing.T) {
		for range 50 * scale {
			n := tag()
			p := objects.ParcelOfSize(n, 3)
			won := make(chan int, 8)
			atOnce(8, func(number int) {
				if value := caught(func() { won <- len(p.Open()) }); value != nil {
					if e, ok := value.(error); !ok || !errors.Is(e, objects.ErrClosed) && !errors.Is(e, objects.ErrInUse) {
						panic(value)
					}
				}
			})
			equal(t, len(won), 1)
			dropped(t, n, 1)
		}
	}},
	{"consume/frees", func(t *testing.T) {
		n := tag()
		equal(t, len(objects.ParcelOfSize(n, 10).Open()), 10)
		dropped(t, n, 1)
	}},
	{"consume/with-a-borrow", func(t *testing.T) {
		p := objects.ParcelOfSize(0, 10)
		chain := p.Chain()
		inUse(t, func() { p.Open() })
		end(t, chain)
		equal(t, len(p.Open()), 10)
	}},
	{"consume/after-close-with-a-borrow", func(t *testing.T) {
		p := objects.NewParcel(0)
		chain := p.Chain()
		end(t, p)
		closed(t, func() { p.Open() })
		end(t, chain)
		closed(t, func() { p.Open() })
	}},
	{"consume/during-a-call", func(t *testing.T) {
		p, gate := objects.NewParcel(0), objects.DefaultGate()
		meanwhile(gate, func() { p.WaitIn(gate) }, func() { inUse(t, func() { p.Open() }) })
		equal(t, len(p.Open()), 0)
	}},
	{"consume/into-another", func(t *testing.T) {
		n := tag()
		label := objects.Label("x", objects.NewCounter(1))
		closed(t, func() { c := objects.NewCounter(2); end(t, c); objects.Label("y", c) })
		equal(t, label.Counter.Value(), int64(1))
		dropped(t, n, 0)
	}},
	{"consume/one-refused-keeps-the-other", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		end(t, b)
		closed(t, func() { objects.Both(a, b) })
		closed(t, func() { objects.Both(b, a) })
		equal(t, a.IntoValue(), int64(1))
	}},
}

// copyOf copies a struct, in a way that go vet does not see.
func copyOf(p *objects.Parcel) *objects.Parcel {
	copied := new(objects.Parcel)
	reflect.ValueOf(copied).Elem().Set(reflect.ValueOf(p).Elem())
	return copied
}
