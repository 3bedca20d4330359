package hostile

import (
	"slices"
	"testing"

	"rust/objects"
)

// Enums that stay in Rust, and iterators whose items borrow what they do.
var variantCases = []testCase{
	{"variant/looked-at", func(t *testing.T) {
		scanner := objects.NewScanner("öne 22 +two (three)\n")
		events := slices.Collect(scanner.All())
		end(t, scanner)
		equal(t, len(events), 5)
		word, ok := events[0].AsWord()
		equal(t, []any{word, ok, events[0].IsWord(), events[0].IsMark()}, []any{"öne", true, true, false})
		_, ok = events[0].AsMark()
		equal(t, ok, false)
		number, digits, ok := events[1].AsNumber()
		equal(t, []any{number, digits, ok}, []any{uint64(22), uint(2), true})
		mark, ok := events[2].AsMark()
		equal(t, []any{mark.Sign(), mark.Word(), ok}, []any{'+', "two", true})
		nested, ok := events[3].AsNested()
		equal(t, []any{nested.Sign(), nested.Word(), ok}, []any{'(', "three", true})
		equal(t, events[4].IsBreak(), true)
		for _, event := range events {
			event.Close()
		}
		// What was lent is there as long as it is used.
		equal(t, mark.Word()+nested.Word(), "twothree")
		end(t, mark, nested)
	}},
	{"variant/taken", func(t *testing.T) {
		marks := slices.Collect(objects.NewScanner("+one (two)").All())
		one, ok := marks[0].IntoMark()
		equal(t, ok, true)
		two, ok := marks[1].IntoNested()
		equal(t, ok, true)
		closed(t, func() { marks[0].IsMark() })
		closed(t, func() { marks[1].IsNested() })
		equal(t, one.IntoWord()+two.IntoWord(), "onetwo")
	}},
	{"variant/not-the-one", func(t *testing.T) {
		word := objects.EventWord("x")
		_, ok := word.IntoMark()
		equal(t, ok, false)
		closed(t, func() { word.IsWord() })
	}},
	{"variant/ends-once", func(t *testing.T) {
		n := tag()
		full := objects.Packed(n)
		parcel, ok := full.AsFull()
		equal(t, []any{parcel.Tag(), ok}, []any{n, true})
		inUse(t, func() { full.IntoFull() })
		end(t, parcel)
		parcel, ok = full.IntoFull()
		equal(t, ok, true)
		dropped(t, n, 0)
		end(t, parcel)
		dropped(t, n, 1)
		end(t, objects.Packed(n))
		dropped(t, n, 2)
	}},
	{"variant/made", func(t *testing.T) {
		n := tag()
		parcel := objects.NewParcel(n)
		full := objects.CrateFull(parcel)
		closed(t, func() { parcel.Tag() })
		equal(t, objects.IsFull(full), true)
		empty := objects.CrateEmpty()
		equal(t, objects.IsFull(empty), false)
		end(t, full, empty)
		dropped(t, n, 1)
		number, mark := objects.EventNumber(7, 1), objects.EventMark(objects.NewMark('!', "x"))
		equal(t, number.GoString(), "Number { value: 7, digits: 1 }")
		equal(t, mark.GoString(), `Mark(Mark { sign: '!', word: "x" })`)
		end(t, number, mark)
	}},
	{"variant/items-with-more", func(t *testing.T) {
		var got []any
		for place, event := range objects.NewScanner("a b").WithPlaces() {
			word, _ := event.AsWord()
			got = append(got, place, word)
			event.Close()
		}
		equal(t, got, []any{uint(0), "a", uint(1), "b"})
	}},
	{"variant/iterator-is-an-argument", func(t *testing.T) {
		scanner := objects.NewScanner("a 1")
		out := "# "
		objects.Render(&out, scanner)
		equal(t, out, "# Word(\"a\")\nNumber { value: 1, digits: 1 }\n")
		closed(t, func() { scanner.CountSoFar() })
	}},
}

// Types without a size.
var stripCases = []testCase{
	{"strip/borrowed", func(t *testing.T) {
		roll := objects.NewRoll([]uint32{1, 2, 3})
		strip := roll.AsStrip()
		equal(t, strip.Len(), uint(3))
		equal(t, slices.Collect(strip.Iter()), []uint32{1, 2, 3})
		inUse(t, func() { roll.Push(4) })
		readOnly(t, func() { strip.Set(0, 9) })
		readOnly(t, func() { strip.IntoVec() })
		tail, ok := strip.FromPlace(1)
		equal(t, ok, true)
		_, ok = strip.FromPlace(4)
		equal(t, ok, false)
		end(t, strip, roll)
		number, _ := tail.Get(1)
		equal(t, number, uint32(3))
		end(t, tail)
	}},
	{"strip/changed", func(t *testing.T) {
		roll := objects.NewRoll([]uint32{1, 2, 3})
		strip := roll.AsMutStrip()
		strip.Set(1, 7)
		inUse(t, func() { roll.AsStrip() })
		end(t, strip)
		again := roll.AsStrip()
		equal(t, again.GoString(), "Strip([1, 7, 3])")
		end(t, again, roll)
	}},
	{"strip/boxed", func(t *testing.T) {
		roll := objects.NewRoll([]uint32{1, 2})
		strip := roll.IntoStrip()
		closed(t, func() { roll.Push(1) })
		strip.Set(0, 5)
		equal(t, strip.IntoVec(), []uint32{5, 2})
		closed(t, func() { strip.Len() })
	}},
	{"strip/shared", func(t *testing.T) {
		roll := objects.NewRoll([]uint32{1, 2})
		strip := roll.Shared()
		end(t, roll)
		equal(t, strip.Len(), uint(2))
		// One that is shared stays so.
		inUse(t, func() { strip.IntoVec() })
		end(t, strip)
	}},
	{"strip/two-of-one", func(t *testing.T) {
		roll := objects.NewRoll([]uint32{1, 2, 3})
		strip := roll.AsStrip()
		first, second := strip.SplitAt(1)
		end(t, strip)
		equal(t, objects.SumOfStrips([]*objects.Strip{second, first, second}), uint32(11))
		closed(t, func() { objects.SumOfStrips([]*objects.Strip{first, strip}) })
		end(t, first)
		inUse(t, func() { roll.Push(1) })
		end(t, second)
		roll.Push(1)
		end(t, roll)
	}},
	{"strip/of-nothing", func(t *testing.T) {
		none := objects.StripNone()
		equal(t, none.IsEmpty(), true)
		end(t, none)
	}},
	{"strip/null", func(t *testing.T) {
		missing(t, func() { objects.SumOfStrips([]*objects.Strip{nil}) })
	}},
}
