package behaviour

import (
	"slices"
	"testing"

	"rust/generics"
)

// Generic types: what their parameters are, and which of their impls is whose.
var genericCases = []testCase{
	{"generics/const-parameters", func(t *testing.T) {
		small, large := generics.Small(), generics.Large()
		defer small.Close()
		defer large.Close()
		equal(t, []uint{small.Capacity(), large.Capacity()}, []uint{2, 3})
		for i := range uint8(4) {
			small.Push(i)
			large.Push(i)
		}
		equal(t, small.Items(), [2]uint8{2, 3})
		equal(t, large.Items(), [3]uint8{3, 1, 2})
	}},
	{"generics/const-parameters-of-self", func(t *testing.T) {
		one, two := generics.Small(), generics.Small()
		defer one.Close()
		defer two.Close()
		one.Push(9)
		two.CopyFrom(one)
		equal(t, two.Items(), [2]uint8{9, 0})
	}},
	{"generics/default-parameters", func(t *testing.T) {
		equal(t, generics.Plain(), generics.BothU32{Left: 1, Right: 2})
		equal(t, generics.Spelt(generics.Plain()), uint32(12))
		equal(t, generics.Mixed(), generics.BothU32String{Left: 3, Right: "x"})
	}},
	{"generics/nested-patterns", func(t *testing.T) {
		list, pair, single := generics.Wrapped(), generics.Paired(), generics.Byte()
		defer list.Close()
		defer pair.Close()
		defer single.Close()
		equal(t, list.Show(), "[1, 2]")
		equal(t, pair.Second(), uint8(2))
		equal(t, single.Byte(), uint8(7))
	}},
	{"generics/iterator-made", func(t *testing.T) {
		equal(t, slices.Collect(generics.NewCount(37)), []uint32{38, 39, 40})
		below, ok := generics.CountBelow(38)
		equal(t, ok, true)
		equal(t, slices.Collect(below), []uint32{39, 40})
		_, ok = generics.CountBelow(40)
		equal(t, ok, false)
	}},
}
