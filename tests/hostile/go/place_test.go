package hostile

import (
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"

	"rust/objects"
)

var placeCases = []testCase{
	{"place/one", func(t *testing.T) {
		b := objects.NewBoard([]int32{1, 2})
		b.FirstMut(func(cell *int32) { *cell += 40 })
		equal(t, b.Cells(), []int32{41, 2})
		b.Entry("x", func(w *objects.Burden) { *w = objects.Burden{Word: w.Word + "ß", Weight: 3} })
		b.Entry("x", func(w *objects.Burden) { w.Weight++ })
		got, ok := b.Weight("x")
		equal(t, ok, true)
		equal(t, got, objects.Burden{Word: "ß", Weight: 4})
		end(t, b)
	}},
	{"place/perhaps", func(t *testing.T) {
		b := objects.NewBoard([]int32{1, 2})
		equal(t, b.CellMut(1, func(cell *int32) { *cell = -1 }), true)
		equal(t, b.CellMut(2, func(*int32) { t.Error("called") }), false)
		equal(t, b.Cells(), []int32{1, -1})
		end(t, b)
	}},
	{"place/result", func(t *testing.T) {
		b := objects.NewBoard([]int32{1})
		equal(t, b.TryCellMut(0, func(cell *int32) { *cell = 7 }), nil)
		err := b.TryCellMut(9, func(*int32) { t.Error("called") })
		equal(t, err.Error(), "there is no cell 9")
		equal(t, b.Cells(), []int32{7})
		end(t, b)
	}},
	{"place/each", func(t *testing.T) {
		b := objects.NewBoard([]int32{1, 2, 3})
		b.CellsMut(func(cell *int32) { *cell *= *cell })
		equal(t, b.Cells(), []int32{1, 4, 9})
		end(t, b)
	}},
	{"place/pairs", func(t *testing.T) {
		b := objects.NewBoard(nil)
		b.Entry("b", func(*objects.Burden) {})
		b.Entry("a", func(*objects.Burden) {})
		names := ""
		b.WeightsMut(func(name string, w *objects.Burden) {
			names += name
			w.Word = name + name
		})
		got, _ := b.Weight("b")
		equal(t, names+got.Word, "abbb")
		end(t, b)
	}},
	{"place/inside-of-data", func(t *testing.T) {
		row := objects.Row{All: []objects.Burden{{Word: "a"}, {Word: "b"}}}
		equal(t, row.WeightMut(1, func(weight *uint32) { *weight = 5 }), true)
		equal(t, row.WeightMut(2, func(*uint32) { t.Error("called") }), false)
		equal(t, row, objects.Row{All: []objects.Burden{{Word: "a"}, {Word: "b", Weight: 5}}})
	}},
	{"place/chain-of-data", func(t *testing.T) {
		row := objects.Row{All: []objects.Burden{{Word: "a"}}}
		row.Heavier(3)
		equal(t, row.All[0].Weight, uint32(3))
	}},
	{"place/items-of-data", func(t *testing.T) {
		row := objects.Row{All: []objects.Burden{{Word: "a", Weight: 1}, {Word: "ß", Weight: 2}}}
		words := row.Words()
		row.All[0].Word = "changed"
		runtime.GC()
		equal(t, slices.Collect(words), []string{"a", "ß"})
		heavy, ok := row.Heavy()
		equal(t, ok, true)
		equal(t, slices.Collect(heavy), row.All)
		_, ok = objects.Row{}.Heavy()
		equal(t, ok, false)
		equal(t, len(slices.Collect(objects.Row{}.Words())), 0)
		equal(t, slices.Collect(row.Tags()), []uint32{1, 2})
	}},
	{"place/view-of-data", func(t *testing.T) {
		list := []objects.Burden{{Word: "a", Weight: 1}, {Word: strings.Repeat("b", 1000), Weight: 5}}
		best := objects.NewHeaviest(list)
		list[1].Word = ""
		runtime.GC()
		equal(t, len(best.Word()), 1000)
		end(t, best)
	}},
	{"place/re-entrance-is-refused", func(t *testing.T) {
		b := objects.NewBoard([]int32{1, 2})
		b.CellsMut(func(cell *int32) {
			inUse(t, func() { b.Cells() })
			inUse(t, func() { b.FirstMut(func(*int32) {}) })
			*cell++
		})
		equal(t, b.Cells(), []int32{2, 3})
		b.FirstMut(func(*int32) { b.Close() })
		closed(t, func() { b.Cells() })
	}},
	{"place/panic-poisons", func(t *testing.T) {
		b := objects.NewBoard([]int32{1, 2})
		mine := errors.New("mine")
		equal(t, caught(func() { b.FirstMut(func(*int32) { panic(mine) }) }), any(mine))
		poisoned(t, func() { b.Cells() })
		end(t, b)
		empty := objects.NewBoard(nil)
		panics(t, "index out of bounds: the len is 0 but the index is 0", func() { empty.FirstMut(func(*int32) {}) })
		end(t, empty)
	}},
	{"place/error-changes-nothing", func(t *testing.T) {
		b := objects.NewBoard([]int32{1})
		missing(t, func() { b.FirstMut(nil) })
		equal(t, caught(func() { b.Entry("x", func(w *objects.Burden) { w.Word = "\xff" }) }) != nil, true)
		end(t, b)
	}},
}
