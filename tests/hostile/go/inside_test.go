package hostile

import (
	"errors"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"rust/objects"
)

// Handles inside of arguments.
var insideCases = []testCase{
	{"inside/list", func(t *testing.T) {
		list := objects.Many(4)
		equal(t, objects.Total(list), int64(6))
		for _, c := range list {
			closed(t, func() { c.Value() })
		}
	}},
	{"inside/list-empty", func(t *testing.T) {
		equal(t, objects.Total(nil), int64(0))
		equal(t, objects.TotalOf(nil), int64(0))
		equal(t, objects.LongestName(nil), "")
		_, ok := objects.Furthest(nil)
		equal(t, ok, false)
	}},
	{"inside/list-of-references", func(t *testing.T) {
		list := objects.Many(4)
		equal(t, objects.TotalOf(list), int64(6))
		equal(t, objects.TotalOfEach(list), int64(6))
		equal(t, list[3].Increment(), int64(4))
	}},
	{"inside/iterator-of-owned", func(t *testing.T) {
		list := objects.Many(3)
		equal(t, objects.TotalOfAll(list), int64(3))
		closed(t, func() { list[0].Value() })
	}},
	{"inside/text-of-one-of-them", func(t *testing.T) {
		list := []*objects.Counter{objects.CounterWithName("a", 1), objects.CounterWithName("long", 2)}
		equal(t, objects.LongestName(list), "long")
		equal(t, list[1].Increment(), int64(3))
	}},
	{"inside/borrow-of-one-of-them", func(t *testing.T) {
		list := objects.Many(3)
		found, ok := objects.Furthest(list)
		equal(t, ok, true)
		equal(t, found.Value(), int64(2))
		// It may be any of them.
		inUse(t, func() { list[0].Increment() })
		end(t, list[0], list[1], list[2])
		equal(t, found.Value(), int64(2))
		end(t, found)
	}},
	{"inside/map", func(t *testing.T) {
		named := map[string]*objects.Counter{}
		for _, entry := range objects.Named() {
			named[entry.Key] = entry.Value
		}
		values := objects.ValuesOf(named)
		equal(t, len(values), 2)
		equal(t, values[0].Item1, "one")
		equal(t, values[1].Item2, int64(2))
	}},
	{"inside/array-of-tuples", func(t *testing.T) {
		a, b := objects.NewCounter(3), objects.NewCounter(5)
		pairs := [2]objects.Tuple2[int64, *objects.Counter]{{Item1: 10, Item2: a}, {Item1: 1, Item2: b}}
		equal(t, objects.Weighed(pairs), int64(35))
		closed(t, func() { a.Value() })
	}},
	{"inside/options", func(t *testing.T) {
		present := objects.Present([]*objects.Counter{objects.NewCounter(1), nil, objects.NewCounter(2)})
		equal(t, len(present), 2)
		equal(t, present[1].Value(), int64(2))
	}},
	{"inside/clones", func(t *testing.T) {
		list := []*objects.Version{objects.NewVersion(1, 2), objects.NewVersion(3, 4)}
		newest, ok := objects.Newest(list)
		equal(t, ok, true)
		equal(t, newest.String(), "3.4")
		equal(t, list[1].String(), "3.4")
		end(t, newest)
		equal(t, list[1].String(), "3.4")
	}},
	{"inside/shared", func(t *testing.T) {
		a := objects.NewShared(0)
		a.Add(2)
		equal(t, objects.SharedTotal([]*objects.Shared{a, a.Share(), a}), int64(6))
		equal(t, a.Value(), int64(2))
	}},
	{"inside/same-consumed-twice", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		inUse(t, func() { objects.Total([]*objects.Counter{b, a, a}) })
		// Nothing was taken.
		equal(t, a.Increment()+b.Increment(), int64(5))
	}},
	{"inside/same-lent-twice", func(t *testing.T) {
		a := objects.NewCounter(2)
		equal(t, objects.TotalOf([]*objects.Counter{a, a, a}), int64(6))
		found, _ := objects.Furthest([]*objects.Counter{a, a})
		equal(t, found.Value(), int64(2))
	}},
	{"inside/same-in-two-arguments", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		inUse(t, func() { objects.TotalOfBoth([]*objects.Counter{a}, []*objects.Counter{b, a}) })
		equal(t, objects.TotalOfBoth([]*objects.Counter{a}, []*objects.Counter{b, b}), int64(5))
		closed(t, func() { a.Value() })
		equal(t, b.Increment(), int64(3))
	}},
	{"inside/receiver-in-its-own-list", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		inUse(t, func() { a.AbsorbAll([]*objects.Counter{b, a}) })
		inUse(t, func() { a.AddAll([]*objects.Counter{b, a}) })
		a.AddAll([]*objects.Counter{b, b})
		a.AbsorbAll([]*objects.Counter{b})
		equal(t, a.Value(), int64(7))
	}},
	{"inside/closed-in-the-middle", func(t *testing.T) {
		list := objects.Many(5)
		end(t, list[2])
		closed(t, func() { objects.Total(list) })
		closed(t, func() { objects.TotalOf(list) })
		// Those before it are as they were.
		equal(t, list[1].Increment()+list[4].Increment(), int64(7))
	}},
	{"inside/consumed-again", func(t *testing.T) {
		list := objects.Many(2)
		equal(t, objects.Total(list), int64(1))
		closed(t, func() { objects.Total(list) })
		closed(t, func() { objects.TotalOf(list[1:]) })
	}},
	{"inside/null", func(t *testing.T) {
		a := objects.NewCounter(1)
		missing(t, func() { objects.Total([]*objects.Counter{a, nil}) })
		missing(t, func() { objects.TotalOf([]*objects.Counter{nil, a}) })
		equal(t, a.Increment(), int64(2))
	}},
	{"inside/says-what-and-where", func(t *testing.T) {
		list := objects.Many(2)
		end(t, list[1])
		e := refused(t, objects.ErrClosed, func() { objects.Total(list) })
		equal(t, e.Param, "counters")
		equal(t, strings.Contains(e.Error(), "counters has a Counter that was closed"), true)
	}},
	{"inside/error-consumes", func(t *testing.T) {
		list := []*objects.Counter{objects.NewCounter(1), objects.NewCounter(-1)}
		_, err := objects.CheckedTotal(list)
		var typed *objects.CounterError
		equal(t, errors.As(err, &typed), true)
		_, err = objects.CheckedTotal(list)
		equal(t, errors.Is(err, objects.ErrClosed), true)
	}},
	{"inside/panic-consumes", func(t *testing.T) {
		n := tag()
		list := objects.Parcels(n, 3)
		panics(t, "at "+strconv.Itoa(int(n)), func() { objects.DropAndPanic(list) })
		dropped(t, n, 3)
		closed(t, func() { list[2].Tag() })
	}},
	{"inside/panic-leaves-what-was-lent", func(t *testing.T) {
		list := objects.Parcels(tag(), 3)
		panics(t, "at 3 of them", func() { objects.LookAtAllAndPanic(list) })
		list[0].Grow(1)
		equal(t, list[0].Size(), uint(1))
	}},
	{"inside/close-while-lent", func(t *testing.T) {
		n := tag()
		list := []*objects.Parcel{objects.ParcelOfSize(n, 1), objects.ParcelOfSize(n, 2)}
		gate := objects.DefaultGate()
		meanwhile(gate, func() { equal(t, objects.WeighAll(list, gate), uint(3)) }, func() {
			inUse(t, func() { list[0].Grow(1) })
			equal(t, list[0].Size(), uint(1))
			end(t, list[0], list[1])
			dropped(t, n, 0)
		})
		dropped(t, n, 2)
	}},
	{"inside/close-while-consumed", func(t *testing.T) {
		n := tag()
		list := objects.Parcels(n, 2)
		gate := objects.DefaultGate()
		meanwhile(gate, func() { equal(t, objects.GiveUpAll(list, gate), uint(2)) }, func() {
			closed(t, func() { list[0].Tag() })
			end(t, list[0], list[1])
			dropped(t, n, 0)
		})
		dropped(t, n, 2)
	}},
	{"inside/consumed-by-many-at-once", func(t *testing.T) {
		for range 100 * scale {
			n := tag()
			list := objects.Parcels(n, 8)
			var taken atomic.Int32
			atOnce(4, func(number int) {
				mine := append([]*objects.Parcel{}, list...)
				if number%2 == 1 {
					for i, j := 0, len(mine)-1; i < j; i, j = i+1, j-1 {
						mine[i], mine[j] = mine[j], mine[i]
					}
				}
				if caught(func() { objects.GiveUpAll(mine, opened()) }) == nil {
					taken.Add(1)
				}
			})
			if taken.Load() > 1 {
				t.Fatalf("taken %d times", taken.Load())
			}
			endAll(t, list)
			dropped(t, n, 8)
		}
	}},
	{"inside/foreign-thread", func(t *testing.T) {
		onThread(func() {
			n := tag()
			list := []*objects.Local{objects.NewLocal(n), objects.NewLocal(n)}
			elsewhere(func() { foreign(t, func() { objects.FinishAll(list) }) })
			list[0].Increment()
			equal(t, objects.FinishAll(list), uint32(1))
			dropped(t, n, 2)
		})
	}},
	{"inside/forgotten-after", func(t *testing.T) {
		n := tag()
		for range 100 {
			list := objects.Parcels(n, 10)
			objects.WeighAll(list, opened())
		}
		equal(t, await(func() int { return int(objects.Dropped(n)) }, 1000), 1000)
	}},
}

// opened is a gate that nobody has to wait in.
func opened() *objects.Gate {
	gate := objects.DefaultGate()
	gate.Open()
	return gate
}

func endAll(t *testing.T, list []*objects.Parcel) {
	t.Helper()
	for _, p := range list {
		end(t, p)
	}
}
