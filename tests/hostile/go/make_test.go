package hostile

import (
	"errors"
	"testing"

	"rust/objects"
)

// How values are made.
var makeCases = []testCase{
	{"make/new", func(t *testing.T) {
		equal(t, objects.NewCounter(3).Value(), int64(3))
	}},
	{"make/by-name", func(t *testing.T) {
		c := objects.CounterWithName("öne", 3)
		equal(t, c.Name(), "öne")
		equal(t, c.Value(), int64(3))
	}},
	{"make/result", func(t *testing.T) {
		c, err := objects.CounterChecked(1)
		equal(t, err, nil)
		equal(t, c.Value(), int64(1))
	}},
	{"make/error", func(t *testing.T) {
		c, err := objects.CounterChecked(-1)
		var typed *objects.CounterError
		equal(t, errors.As(err, &typed), true)
		equal(t, err.Error(), "a counter starts at 0 or more")
		equal(t, c == nil, true)
	}},
	{"make/some", func(t *testing.T) {
		c, ok := objects.CounterMaybe(2)
		equal(t, ok, true)
		equal(t, c.Value(), int64(2))
	}},
	{"make/none", func(t *testing.T) {
		c, ok := objects.CounterMaybe(-2)
		equal(t, ok, false)
		equal(t, c == nil, true)
	}},
	{"make/box", func(t *testing.T) {
		equal(t, objects.CounterBoxed(4).Increment(), int64(5))
	}},
	{"make/arc", func(t *testing.T) {
		s := objects.NewShared(0)
		equal(t, s.Add(2), int64(2))
		end(t, s)
	}},
	{"make/rc", func(t *testing.T) {
		onThread(func() {
			l := objects.NewLeaf(7)
			equal(t, l.Value(), int64(7))
			end(t, l)
		})
	}},
	{"make/default", func(t *testing.T) {
		equal(t, objects.DefaultSettings().Title(), "untitled")
		equal(t, objects.DefaultVersion().String(), "0")
	}},
	{"make/constant", func(t *testing.T) {
		equal(t, objects.CounterMost, int64(1_000_000))
	}},
	{"make/associated-function", func(t *testing.T) {
		equal(t, objects.CounterSum(objects.NewCounter(1), objects.NewCounter(2)), int64(3))
	}},
	{"make/list", func(t *testing.T) {
		for i, c := range objects.Many(100) {
			equal(t, c.Value(), int64(i))
			end(t, c)
		}
	}},
	{"make/list-empty", func(t *testing.T) {
		equal(t, len(objects.Many(0)), 0)
	}},
	{"make/list-is-independent", func(t *testing.T) {
		list := objects.Many(3)
		end(t, list[1])
		equal(t, list[0].Increment()+list[2].Increment(), int64(4))
		closed(t, func() { list[1].Value() })
	}},
	{"make/list-of-options", func(t *testing.T) {
		list := objects.Optional(5)
		equal(t, len(list), 3)
		equal(t, list[0].Value(), int64(5))
		equal(t, list[1] == nil, true)
		equal(t, list[2].Value(), int64(6))
	}},
	{"make/tuple", func(t *testing.T) {
		first, second := objects.Pair()
		equal(t, first.Value(), int64(1))
		equal(t, second.Value(), int64(2))
	}},
	{"make/map", func(t *testing.T) {
		named := objects.Named()
		equal(t, len(named), 2)
		for _, entry := range named {
			equal(t, entry.Key, entry.Value.Name())
		}
	}},
	{"make/large", func(t *testing.T) {
		p := objects.ParcelOfSize(0, 8<<20)
		equal(t, p.Size(), uint(8<<20))
		end(t, p)
	}},
	{"make/builder", func(t *testing.T) {
		r := objects.NewRequestBuilder().Part("a").Number(2).Part("c").Build()
		equal(t, r.Text(), "a 2 c")
	}},
	{"make/builder-is-consumed", func(t *testing.T) {
		b := objects.NewRequestBuilder()
		next := b.Part("a")
		closed(t, func() { b.Part("b") })
		equal(t, next.Build().Text(), "a")
		closed(t, func() { next.Build() })
	}},
	{"make/builder-fails", func(t *testing.T) {
		b := objects.DefaultRequestBuilder()
		_, err := b.Checked("")
		equal(t, err.Error(), "an empty part")
		closed(t, func() { b.Build() })
	}},
	{"make/builder-by-reference", func(t *testing.T) {
		s := objects.DefaultSettings()
		equal(t, s.Width(3).WithTitle("new") == s, true)
		equal(t, s.SecretSum(), uint32(10))
		equal(t, s.Title(), "new")
	}},
	{"make/fields", func(t *testing.T) {
		s := objects.DefaultSettings()
		equal(t, s.Ratio(), 1.5)
		equal(t, s.Title(), "untitled")
		equal(t, s.Tags(), []string{"a", "b"})
	}},
	{"make/field-that-is-a-handle", func(t *testing.T) {
		c := objects.NewCounter(5)
		l := objects.Label("five", c)
		equal(t, l.Label, "five")
		equal(t, l.Counter.Value(), int64(5))
		closed(t, func() { c.Value() })
	}},
	{"make/tree", func(t *testing.T) {
		tree, child := objects.DefaultTree(), objects.NewShared(0)
		tree.Grow(child)
		tree.Grow(child)
		child.Add(4)
		equal(t, tree.Total(), int64(8))
		again, ok := tree.Child(1)
		equal(t, ok, true)
		again.Add(1)
		equal(t, child.Value(), int64(5))
		_, ok = tree.Child(2)
		equal(t, ok, false)
	}},
	{"make/arc-outlives-its-handle", func(t *testing.T) {
		n := tag()
		tree, child := objects.DefaultTree(), objects.NewShared(n)
		tree.Grow(child)
		end(t, child)
		dropped(t, n, 0)
		equal(t, tree.Total(), int64(0))
		end(t, tree)
		dropped(t, n, 1)
	}},
	{"make/arc-shared", func(t *testing.T) {
		n := tag()
		first := objects.NewShared(n)
		second := first.Share()
		first.Add(5)
		equal(t, second.Value(), int64(5))
		equal(t, first.Count(), uint(3))
		end(t, first)
		equal(t, second.Value(), int64(5))
		dropped(t, n, 0)
		end(t, second)
		dropped(t, n, 1)
	}},
	{"make/arc-alone-can-be-changed", func(t *testing.T) {
		s := objects.NewShared(0)
		equal(t, s.Fix(), int64(2))
		other := s.Share()
		inUse(t, func() { s.Fix() })
		end(t, other)
		equal(t, s.Fix(), int64(3))
	}},
	{"make/rc-shared", func(t *testing.T) {
		onThread(func() {
			l := objects.NewLeaf(7)
			same := l.Same()
			end(t, l)
			equal(t, same.Value(), int64(7))
			end(t, same)
		})
	}},
}
