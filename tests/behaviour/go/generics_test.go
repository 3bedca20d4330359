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
	{"generics/writers", func(t *testing.T) {
		lines := generics.NewLines([]byte("> "))
		equal(t, lines.Line("one"), nil)
		equal(t, lines.Line("two"), nil)
		count, data := lines.Finish()
		equal(t, count, uint(2))
		equal(t, string(data), "> one\ntwo\n")
		greeting, err := generics.Greet(nil, "you")
		equal(t, err, nil)
		equal(t, string(greeting), "hello you")
	}},
	{"generics/readers", func(t *testing.T) {
		sums := generics.NewSums([]byte("1 2 3\n40 2\n"))
		defer sums.Close()
		for _, want := range []uint64{6, 42} {
			sum, ok, err := sums.NextSum()
			equal(t, []any{sum, ok, err}, []any{want, true, nil})
		}
		_, ok, err := sums.NextSum()
		equal(t, []any{ok, err}, []any{false, nil})
	}},
	{"generics/told-by-impls", func(t *testing.T) {
		text, number := generics.ToldStringOfText("ab"), generics.ToldU8OfByte(200)
		defer text.Close()
		defer number.Close()
		equal(t, text.Doubled(), "abab")
		equal(t, number.Twice(), uint16(400))
	}},
	{"generics/any-value", func(t *testing.T) {
		equal(t, generics.FirstPlaces([]string{"a", "b", "a"}), []uint{0, 1, 0})
		equal(t, generics.Larger("a", "b"), "b")
		equal(t, generics.Common([]string{"a", "b", "c"}, []string{"a", "b", "d"}, 3), uint(2))
	}},
	{"generics/aliases", func(t *testing.T) {
		whole, part := generics.NewWholePart(7, 2), generics.NewAnyPart(7, 2)
		defer whole.Close()
		defer part.Close()
		equal(t, whole.Value(), int64(3))
		equal(t, part.Value(), 3.5)
	}},
	{"generics/static-of-a-handle", func(t *testing.T) {
		for range 3 {
			fixed := generics.TheFixed()
			equal(t, fixed.Text(), "for ever")
			fixed.Close()
		}
	}},
	{"generics/by-default", func(t *testing.T) {
		one, two := generics.PoolOf([]uint32{1, 2}), generics.PoolOf([]uint32{2, 3})
		defer one.Close()
		defer two.Close()
		both := one.BitAnd(two)
		defer both.Close()
		equal(t, both.Values(), []uint32{2})
		one.Absorb(two)
		equal(t, []any{one.Values(), len(two.Values())}, []any{[]uint32{1, 2, 2, 3}, 0})
	}},
	{"generics/none-of-what-cannot-be-had", func(t *testing.T) {
		_, ok := generics.KeyOf(nil)
		equal(t, ok, false)
	}},
	{"generics/lent-writers", func(t *testing.T) {
		out := []byte("hello, ")
		length, err := generics.Sign("Zoë", &out)
		equal(t, length, uint(4))
		equal(t, err, nil)
		equal(t, string(out), "hello, yours, Zoë")
		out = nil
		_, err = generics.SignTo("A", &out)
		equal(t, err, nil)
		equal(t, string(out), "yours, A")
	}},
	{"generics/said-by-the-result-alone", func(t *testing.T) {
		equal(t, generics.Nothing(), "")
	}},
	{"generics/text-writers", func(t *testing.T) {
		text := "look: "
		equal(t, generics.Announce(&text, "ö"), nil)
		equal(t, text, "look: here is ö")
	}},
	{"generics/argument-of-a-trait", func(t *testing.T) {
		pool := generics.PoolOf([]uint32{1, 2})
		defer pool.Close()
		equal(t, []bool{pool.Has(2), pool.Has(3)}, []bool{true, false})
	}},
	{"generics/of-anything", func(t *testing.T) {
		pile := generics.NewPile()
		defer pile.Close()
		_, ok := pile.Top()
		equal(t, ok, false)
		pile.Put("a")
		pile.Put("b")
		top, ok := pile.Top()
		equal(t, []any{top, ok}, []any{"b", true})
	}},
	{"generics/for-ever-of-all-kinds", func(t *testing.T) {
		make := func(letters, name string, steps ...uint32) *generics.Cipher {
			alphabet := generics.NewAlphabet(letters)
			defer alphabet.Close()
			return generics.NewCipher(alphabet, name, steps)
		}
		one, two, other := make("abcé", "first", 0, 3), make("abcé", "first", 0, 3), make("abcd", "first", 0, 3)
		defer one.Close()
		defer two.Close()
		defer other.Close()
		equal(t, []string{one.Name(), one.Spell(), other.Spell()}, []string{"first", "aé", "ad"})
		// What is equal is there once; and the alphabets that were given are closed.
		equal(t, []bool{one.IsBeside(two), one.IsBeside(other)}, []bool{true, false})
	}},
	{"generics/of-all-bounds", func(t *testing.T) {
		equal(t, generics.Counted(uint64(1)<<40, generics.NewFormat("B")), "1099511627776 B")
		equal(t, generics.Measured(-2.5, generics.NewFormat("m")), "-2.5 m")
	}},
	{"generics/for-ever", func(t *testing.T) {
		course := generics.Course{Name: "up", Step: 3}
		one, two := generics.NewWalk(course), generics.NewWalk(course)
		defer one.Close()
		defer two.Close()
		other := generics.NewWalk(generics.Course{Name: "up", Step: 4})
		defer other.Close()
		one.Go()
		equal(t, []uint32{one.Go(), two.Go(), other.Go()}, []uint32{6, 3, 4})
		// The same value is there once.
		equal(t, []bool{one.IsBeside(two), one.IsBeside(other)}, []bool{true, false})
		equal(t, one.Course(), course)
	}},
	{"generics/owned-form", func(t *testing.T) {
		equal(t, generics.Loudly("ä"), "Ä")
	}},
	{"generics/default-without-a-name", func(t *testing.T) {
		keyed := generics.NewKeyedI64(3)
		defer keyed.Close()
		equal(t, keyed.Sum(), int64(10))
		keyed.WriteByte2(1, 2)
		equal(t, keyed.Sum(), int64(10))
	}},
	{"generics/error-without-message", func(t *testing.T) {
		equal(t, generics.OnlyBelow("below/it"), generics.Result[uint32, string]{Value: 1})
		equal(t, *generics.OnlyBelow("above").Err, "above")
	}},
}
