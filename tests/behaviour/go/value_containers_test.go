package behaviour

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"rust/values"
)

// Containers, and what is nested in them.
var valueContainerCases = []testCase{
	{"values/lists", func(t *testing.T) {
		alike(t, values.CollectionsEchoTexts([]string{"a", "", "ü😀"}), []string{"a", "", "ü😀"})
		alike(t, values.CollectionsEchoLists([][]uint32{{1, math.MaxUint32}, {}, {3}}), [][]uint32{{1, math.MaxUint32}, {}, {3}})
		alike(t, values.CollectionsEchoBytes([][]byte{{}, {0, 255}}), [][]byte{{}, {0, 255}})
		alike(t, values.CollectionsEchoFlags([]*bool{pointer(true), nil, pointer(false)}), []*bool{pointer(true), nil, pointer(false)})
		alike(t, values.CollectionsEchoLetters([][]rune{{'a', '😀'}, {}}), [][]rune{{'a', '😀'}, {}})
		alike(t, values.CollectionsEchoDeque([]int16{math.MinInt16, 0, math.MaxInt16}), []int16{math.MinInt16, 0, math.MaxInt16})
		alike(t, values.CollectionsEchoDequeOfTexts([]string{"x", ""}), []string{"x", ""})
		alike(t, values.CollectionsEchoBoxedSlice([]string{"x", ""}), []string{"x", ""})
		alike(t, values.CollectionsEchoUnits(make([]struct{}, 3)), make([]struct{}, 3))
	}},
	{"values/lists-empty", func(t *testing.T) {
		alike(t, len(values.CollectionsEchoTexts(nil)), 0)
		alike(t, len(values.CollectionsEchoTexts([]string{})), 0)
		alike(t, len(values.CollectionsEchoLists(nil)), 0)
		alike(t, len(values.CollectionsEchoDeque(nil)), 0)
		alike(t, len(values.CollectionsEchoUnits(nil)), 0)
		alike(t, len(values.RecordsEchoQuads(nil)), 0)
		alike(t, len(values.CollectionsNumbers(0)), 0)
	}},
	{"values/arrays", func(t *testing.T) {
		alike(t, values.CollectionsEchoArray([4]byte{1, 2, 3, 255}), [4]byte{1, 2, 3, 255})
		alike(t, values.CollectionsEchoArrayOfTexts([2]string{"a", "ü"}), [2]string{"a", "ü"})
		alike(t, values.CollectionsEchoArrays([][3]float32{{1, 2, 3}, {0.1, 0, -1}}), [][3]float32{{1, 2, 3}, {0.1, 0, -1}})
		alike(t, values.CollectionsEchoEmptyArray([0]uint16{}), [0]uint16{})
	}},
	{"values/letters-that-are-none", func(t *testing.T) {
		valueRefused(t, "CollectionsEchoLetters", "value", "", func() { values.CollectionsEchoLetters([][]rune{{'a', 0xD800}}) })
		valueRefused(t, "CollectionsEchoLetters", "value", "", func() { values.CollectionsEchoLetters([][]rune{{0x110000}}) })
		valueRefused(t, "CollectionsEchoMapByLetter", "value", "", func() { values.CollectionsEchoMapByLetter(map[rune]bool{-1: true}) })
	}},
	{"values/texts-that-are-none", func(t *testing.T) {
		valueRefused(t, "CollectionsEchoTexts", "value", "UTF-8", func() { values.CollectionsEchoTexts([]string{"ok", "\xff"}) })
		valueRefused(t, "RecordsGreeting", "person", "UTF-8", func() { values.RecordsGreeting(values.RecordsPerson{Name: "\xc3"}) })
		valueRefused(t, "CollectionsJoin", "parts", "UTF-8", func() { values.CollectionsJoin([]string{"\xff"}, ",") })
		valueRefused(t, "CollectionsJoin", "separator", "UTF-8", func() { values.CollectionsJoin([]string{"a"}, "\xff") })
	}},
	{"values/texts-borrowed", func(t *testing.T) {
		alike(t, values.CollectionsJoin([]string{"a", "", "ü"}, ", "), "a, , ü")
		alike(t, values.CollectionsJoin(nil, ", "), "")
		alike(t, values.CollectionsSplit("a,,ü", ","), []string{"a", "", "ü"})
		alike(t, values.CollectionsCows("ü"), []string{"ü", "Ü"})
		alike(t, values.CollectionsTotal([]string{"a", "ü", ""}), uint(3))
		alike(t, values.CollectionsTotal(nil), uint(0))
	}},
	{"values/maps", func(t *testing.T) {
		numbers := map[string]uint64{"": 0, "ü": math.MaxUint64}
		alike(t, values.CollectionsEchoMap(numbers), numbers)
		alike(t, len(values.CollectionsEchoMap(nil)), 0)
		lists := map[uint32][]string{1: {"a"}, 2: {}}
		alike(t, values.CollectionsEchoMapOfLists(lists), lists)
		people := map[string]values.RecordsPerson{"ada": ada()}
		alike(t, values.CollectionsEchoMapOfRecords(people), people)
		alike(t, values.CollectionsSum(map[string]uint64{"a": 1, "b": 41}), uint64(42))
		alike(t, values.CollectionsSum(nil), uint64(0))
	}},
	{"values/maps-by-other-keys", func(t *testing.T) {
		colors := map[values.EnumsColor]uint8{values.EnumsColorRed: 1, values.EnumsColorBlue: 255}
		alike(t, values.CollectionsEchoMapByColor(colors), colors)
		valueRefused(t, "CollectionsEchoMapByColor", "value", "", func() { values.CollectionsEchoMapByColor(map[values.EnumsColor]uint8{9: 1}) })
		letters := map[rune]bool{'a': true, '😀': false}
		alike(t, values.CollectionsEchoMapByLetter(letters), letters)
		pair := values.Tuple2[values.Tuple2[uint8, uint8], string]{Item1: values.Tuple2[uint8, uint8]{Item1: 1, Item2: 2}, Item2: "x"}
		alike(t, values.CollectionsEchoMapByPair([]values.Tuple2[values.Tuple2[uint8, uint8], string]{pair}), []values.Tuple2[values.Tuple2[uint8, uint8], string]{pair})
	}},
	{"values/sorted-maps-keep-order", func(t *testing.T) {
		unsorted := []values.Entry[string, int32]{{Key: "b", Value: 2}, {Key: "ü", Value: -4}, {Key: "", Value: 0}, {Key: "a", Value: 1}}
		sorted := []values.Entry[string, int32]{{Key: "", Value: 0}, {Key: "a", Value: 1}, {Key: "b", Value: 2}, {Key: "ü", Value: -4}}
		alike(t, values.CollectionsEchoSortedMap(unsorted), sorted)
		alike(t, values.CollectionsKeys(unsorted), []string{"", "a", "b", "ü"})
		numbers := values.CollectionsEchoSortedByNumber([]values.Entry[int64, values.RecordsPoint]{{Key: 5, Value: values.RecordsPoint{X: 1}}, {Key: math.MinInt64}})
		alike(t, numbers, []values.Entry[int64, values.RecordsPoint]{{Key: math.MinInt64}, {Key: 5, Value: values.RecordsPoint{X: 1}}})
	}},
	{"values/maps-of-maps", func(t *testing.T) {
		maps := []values.Entry[string, []values.Entry[string, uint8]]{
			{Key: "a", Value: []values.Entry[string, uint8]{{Key: "x", Value: 1}, {Key: "y", Value: 2}}}, {Key: "b", Value: []values.Entry[string, uint8]{}},
		}
		alike(t, values.CollectionsEchoMapOfMaps(maps), maps)
	}},
	{"values/sets", func(t *testing.T) {
		texts := map[string]struct{}{"a": {}, "": {}, "ü": {}}
		alike(t, values.CollectionsEchoSet(texts), texts)
		numbers := map[int32]struct{}{math.MinInt32: {}, 0: {}, math.MaxInt32: {}}
		alike(t, values.CollectionsEchoSetOfNumbers(numbers), numbers)
		alike(t, values.CollectionsEchoSortedSet([]uint16{3, 1, 65535}), []uint16{1, 3, 65535})
		lists := values.CollectionsEchoSetOfLists([][]byte{{1}, {}, {0, 255}})
		slices.SortFunc(lists, func(a, b []byte) int { return len(a) - len(b) })
		alike(t, lists, [][]byte{{}, {1}, {0, 255}})
	}},
	{"values/shared", func(t *testing.T) {
		alike(t, values.CollectionsEchoShared(ada()), ada())
		alike(t, values.CollectionsEchoAtomic([]string{"a", ""}), []string{"a", ""})
	}},
	{"values/options", func(t *testing.T) {
		person, ok := values.NestedEchoOptionOfRecord(pointer(ada()))
		alike(t, []any{person, ok}, []any{ada(), true})
		_, ok = values.NestedEchoOptionOfRecord(nil)
		alike(t, ok, false)
		point, ok := values.NestedEchoOptionOfPlain(&values.RecordsPoint{X: 1, Y: 2})
		alike(t, []any{point, ok}, []any{values.RecordsPoint{X: 1, Y: 2}, true})
		_, ok = values.NestedEchoOptionOfPlain(nil)
		alike(t, ok, false)
		color, ok := values.NestedEchoOptionOfEnum(pointer(values.EnumsColorBlue))
		alike(t, []any{color, ok}, []any{values.EnumsColorBlue, true})
		_, ok = values.NestedEchoOptionOfEnum(nil)
		alike(t, ok, false)
		text, number, ok := values.NestedEchoOptionOfTuple(&values.Tuple2[string, uint32]{Item1: "x", Item2: 5})
		alike(t, []any{text, number, ok}, []any{"x", uint32(5), true})
		_, _, ok = values.NestedEchoOptionOfTuple(nil)
		alike(t, ok, false)
		alike(t, values.NestedEchoOptionOfUnit(&struct{}{}), true)
		alike(t, values.NestedEchoOptionOfUnit(nil), false)
	}},
	{"values/options-in-options", func(t *testing.T) {
		_, ok := values.NestedEchoOptionOption(nil)
		alike(t, ok, false)
		inner, ok := values.NestedEchoOptionOption(new(*uint8))
		alike(t, []any{inner, ok}, []any{(*uint8)(nil), true})
		inner, ok = values.NestedEchoOptionOption(pointer(pointer(uint8(0))))
		alike(t, []any{inner, ok}, []any{pointer(uint8(0)), true})
		list, ok := values.NestedEchoOptionOfList(&[]*string{pointer("x"), nil})
		alike(t, []any{list, ok}, []any{[]*string{pointer("x"), nil}, true})
		list, ok = values.NestedEchoOptionOfList(&[]*string{})
		alike(t, []any{len(list), ok}, []any{0, true})
		_, ok = values.NestedEchoOptionOfList(nil)
		alike(t, ok, false)
	}},
	{"values/nested", func(t *testing.T) {
		options := map[string]*values.EnumsShape{"none": nil, "some": pointer[values.EnumsShape](values.EnumsShapeCircle{Value: 1})}
		alike(t, values.NestedEchoMapOfOptions(options), options)
		type result = values.Result[values.EnumsShape, string]
		type pair = values.Tuple2[uint8, result]
		deep := []map[string][]*pair{
			{},
			{"a": {nil, {Item1: 1, Item2: result{Value: values.EnumsShapeLabel{Item1: "x"}}}}, "b": {}},
			{"": {{Item1: 2, Item2: result{Err: pointer("wrong")}}}},
		}
		alike(t, values.NestedEchoDeep(deep), deep)
	}},
	{"values/large", func(t *testing.T) {
		texts := values.CollectionsNumbers(100_000)
		alike(t, []any{len(texts), texts[99_999]}, []any{100_000, "99999"})
		alike(t, slices.Equal(values.CollectionsEchoTexts(texts), texts), true)
		alike(t, values.CollectionsTotal(texts), uint(488_890))
		points := make([]values.RecordsPoint, 100_000)
		for i := range points {
			points[i].X = float64(i)
		}
		alike(t, slices.Equal(values.RecordsEchoPoints(points), points), true)
		numbers := map[string]uint64{}
		for i := range 10_000 {
			numbers[fmt.Sprint(i)] = uint64(i)
		}
		alike(t, values.CollectionsEchoMap(numbers), numbers)
		alike(t, values.CollectionsSum(numbers), uint64(49_995_000))
	}},
	{"values/no-growth", func(t *testing.T) {
		team := values.RecordsTeam{Lead: ada(), Members: []values.RecordsPerson{{Name: strings.Repeat("x", 4000)}}}
		grows(t, 5000, 8000, func() { values.RecordsEchoTeam(team) })
		grows(t, 5000, 4000, func() {
			if caught(func() { values.CollectionsEchoTexts([]string{strings.Repeat("y", 4000), "\xff"}) }) == nil {
				t.Error("not refused")
			}
		})
	}},
	{"values/at-once", func(t *testing.T) {
		var wrong atomic.Int64
		atOnce(8, func(number int) {
			texts := []string{fmt.Sprint(number), strings.Repeat("z", number*100)}
			for range 500 {
				if !slices.Equal(values.CollectionsEchoTexts(texts), texts) {
					wrong.Add(1)
				}
				if _, err := values.FailuresRead(uint8(number + 3)); len(err.Error()) != number+3+len(" is invalid") {
					wrong.Add(1)
				}
			}
		})
		alike(t, wrong.Load(), int64(0))
	}},
}
