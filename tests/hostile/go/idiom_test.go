package hostile

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"rust/objects"
)

// What a trait of Rust's is in Go.
var idiomCases = []testCase{
	{"idiom/display", func(t *testing.T) {
		equal(t, objects.NewVersion(1, 2).String(), "1.2")
		equal(t, fmt.Sprint(objects.NewVersion(1, 2)), "1.2")
	}},
	{"idiom/debug", func(t *testing.T) {
		equal(t, objects.NewVersion(1, 2).GoString(), "Version { parts: [1, 2] }")
	}},
	{"idiom/parse", func(t *testing.T) {
		v, err := objects.ParseVersion("3.4.5")
		equal(t, err, nil)
		equal(t, v.String(), "3.4.5")
	}},
	{"idiom/parse-error", func(t *testing.T) {
		_, err := objects.ParseVersion("x")
		var typed *objects.VersionError
		equal(t, errors.As(err, &typed), true)
		equal(t, err.Error(), "`x` is not a version")
	}},
	{"idiom/clone", func(t *testing.T) {
		a := objects.NewVersion(1, 2)
		b := a.Clone()
		b.Raise()
		equal(t, a.Major(), uint32(1))
		end(t, a)
		equal(t, b.Major(), uint32(2))
	}},
	{"idiom/equal", func(t *testing.T) {
		a, b := objects.NewVersion(1, 2), objects.NewVersion(1, 2)
		equal(t, a.Equal(b), true)
		equal(t, a.Equal(a), true)
		b.Raise()
		equal(t, a.Equal(b), false)
	}},
	{"idiom/hash", func(t *testing.T) {
		a, b := objects.NewVersion(1, 2), objects.NewVersion(1, 2)
		equal(t, a.Hash(), b.Hash())
		b.Raise()
		equal(t, a.Hash() == b.Hash(), false)
	}},
	{"idiom/compare", func(t *testing.T) {
		a, b := objects.NewVersion(1, 2), objects.NewVersion(1, 3)
		equal(t, a.Compare(b), -1)
		equal(t, b.Compare(a), 1)
		equal(t, a.Compare(a), 0)
	}},
	{"idiom/sort", func(t *testing.T) {
		var all []*objects.Version
		for i := range uint32(50) {
			all = append(all, objects.NewVersion(i*7%50, 0))
		}
		slices.SortFunc(all, (*objects.Version).Compare)
		for i, v := range all {
			equal(t, v.Major(), uint32(i))
		}
	}},
	{"idiom/arithmetic", func(t *testing.T) {
		made := objects.NewAmount
		equal(t, made(7).Add(made(3)).Cents(), int64(10))
		equal(t, made(7).Sub(made(3)).Cents(), int64(4))
		equal(t, made(7).Mul(made(3)).Cents(), int64(21))
		equal(t, made(7).Div(made(3)).Cents(), int64(2))
		equal(t, made(7).Rem(made(3)).Cents(), int64(1))
	}},
	{"idiom/arithmetic-consumes", func(t *testing.T) {
		a, b := objects.NewAmount(7), objects.NewAmount(3)
		a.Add(b)
		closed(t, func() { a.Cents() })
		closed(t, func() { b.Cents() })
	}},
	{"idiom/arithmetic-with-itself", func(t *testing.T) {
		a := objects.NewAmount(7)
		inUse(t, func() { a.Add(a) })
		equal(t, a.Cents(), int64(7))
	}},
	{"idiom/arithmetic-panics", func(t *testing.T) {
		a, b := objects.NewAmount(7), objects.NewAmount(0)
		panics(t, "attempt to divide by zero", func() { a.Div(b) })
		closed(t, func() { a.Cents() })
		closed(t, func() { b.Cents() })
	}},
	{"idiom/negation", func(t *testing.T) {
		equal(t, objects.NewAmount(7).Neg().Cents(), int64(-7))
		equal(t, objects.NewAmount(7).Not().Cents(), int64(-8))
	}},
	{"idiom/index", func(t *testing.T) {
		g := objects.NewGrid(3)
		equal(t, g.Index(2), int64(2))
	}},
	{"idiom/index-out-of-range", func(t *testing.T) {
		g := objects.NewGrid(3)
		panics(t, "index out of bounds: the len is 3 but the index is 3", func() { g.Index(3) })
		equal(t, g.Index(0), int64(0))
	}},
	{"idiom/iterate", func(t *testing.T) {
		s := objects.NewSteps(3)
		equal(t, slices.Collect(s.All()), []uint32{1, 2, 3})
	}},
	{"idiom/into-iterator", func(t *testing.T) {
		s := objects.DefaultStack()
		s.Push("a")
		s.Push("b")
		items := s.IntoIter()
		closed(t, func() { s.Len() })
		equal(t, slices.Collect(items), []string{"a", "b"})
	}},
	{"idiom/from", func(t *testing.T) {
		equal(t, objects.VersionFromU32(9).String(), "9")
	}},
	{"idiom/try-from", func(t *testing.T) {
		v, err := objects.VersionFromI64(9)
		equal(t, err, nil)
		equal(t, v.String(), "9")
	}},
	{"idiom/try-from-error", func(t *testing.T) {
		_, err := objects.VersionFromI64(-9)
		equal(t, err.Error(), "`-9` is not a version")
	}},
	{"idiom/closed", func(t *testing.T) {
		a, b := objects.NewVersion(1, 2), objects.NewVersion(1, 2)
		end(t, b)
		closed(t, func() { _ = b.String() })
		closed(t, func() { b.Clone() })
		closed(t, func() { a.Equal(b) })
		closed(t, func() { b.Equal(a) })
		closed(t, func() { a.Compare(b) })
		closed(t, func() { b.Hash() })
	}},
}
