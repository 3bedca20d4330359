package behaviour

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"rust/basics"
)

func some[T any](t *testing.T, want T) func(got T, ok bool) {
	return func(got T, ok bool) {
		t.Helper()
		equal(t, ok, true)
		equal(t, got, want)
	}
}

func none[T any](t *testing.T) func(got T, ok bool) {
	return func(got T, ok bool) {
		t.Helper()
		var zero T
		equal(t, ok, false)
		equal(t, got, zero)
	}
}

var optionCases = []testCase{
	{"options/number", func(t *testing.T) {
		some[uint32](t, 42)(basics.OptionsIncrement(pointer(uint32(41))))
		some[uint32](t, 0)(basics.OptionsIncrement(pointer(uint32(math.MaxUint32))))
	}},
	{"options/zero-or-missing", func(t *testing.T) {
		some[uint32](t, 1)(basics.OptionsIncrement(pointer(uint32(0))))
		none[uint32](t)(basics.OptionsIncrement(nil))
		some[int64](t, 0)(basics.OptionsSum(&[]int64{}))
		none[int64](t)(basics.OptionsSum(nil))
	}},
	{"options/wide", func(t *testing.T) {
		lowest := wide("-170141183460469231731687303715884105728")
		some(t, lowest)(basics.OptionsEchoWide(lowest))
		result, ok := basics.OptionsEchoWide(new(big.Int))
		equal(t, ok, true)
		equal(t, result.Sign(), 0)
		none[*big.Int](t)(basics.OptionsEchoWide(nil))
	}},
	{"options/wide-out-of-range", func(t *testing.T) {
		refused(t, "OptionsEchoWide", "value", func() { basics.OptionsEchoWide(wide("170141183460469231731687303715884105728")) })
	}},
	{"options/truth", func(t *testing.T) {
		some(t, true)(basics.OptionsEchoTruth(pointer(true)))
		some(t, false)(basics.OptionsEchoTruth(pointer(false)))
		none[bool](t)(basics.OptionsEchoTruth(nil))
	}},
	{"options/letter", func(t *testing.T) {
		some(t, '😀')(basics.OptionsEchoLetter(pointer('😀')))
		some(t, rune(0))(basics.OptionsEchoLetter(pointer(rune(0))))
		none[rune](t)(basics.OptionsEchoLetter(nil))
	}},
	{"options/letter-invalid", func(t *testing.T) {
		refused(t, "OptionsEchoLetter", "value", func() { basics.OptionsEchoLetter(pointer(rune(0xDFFF))) })
	}},
	{"options/text", func(t *testing.T) {
		equal(t, basics.OptionsTextOrNone(pointer("some")), "some")
		equal(t, basics.OptionsTextOrNone(pointer(strings.Repeat("x", 1000))), strings.Repeat("x", 1000))
	}},
	{"options/empty-or-missing", func(t *testing.T) {
		equal(t, basics.OptionsTextOrNone(pointer("")), "")
		equal(t, basics.OptionsTextOrNone(nil), "none")
		some(t, "")(basics.OptionsEchoText(pointer("")))
		none[string](t)(basics.OptionsEchoText(nil))
	}},
	{"options/text-sizes", func(t *testing.T) {
		for _, size := range sizes {
			text := strings.Repeat("é", size/2)
			some(t, text)(basics.OptionsEchoText(&text))
		}
	}},
	{"options/borrowed", func(t *testing.T) {
		some(t, "fix")(basics.OptionsAfter("prefix", "pre"))
		some(t, "")(basics.OptionsAfter("pre", "pre"))
		some(t, "x")(basics.OptionsAfter("x", ""))
		some(t, "")(basics.OptionsAfter("", ""))
		none[string](t)(basics.OptionsAfter("prefix", "post"))
		none[string](t)(basics.OptionsAfter("", "x"))
	}},
	{"options/position", func(t *testing.T) {
		some[uint](t, 2)(basics.OptionsFind('c', []byte("abc")))
		some[uint](t, 0)(basics.OptionsFind(0, []byte{0}))
		none[uint](t)(basics.OptionsFind('x', []byte("abc")))
		none[uint](t)(basics.OptionsFind('x', nil))
	}},
	{"options/slice", func(t *testing.T) {
		some[int64](t, -3)(basics.OptionsSum(&[]int64{1, 2, -6}))
		var unset []int64
		some[int64](t, 0)(basics.OptionsSum(&unset))
	}},
	{"options/bytes", func(t *testing.T) {
		some(t, []byte("ab"))(basics.OptionsFirst([]byte("abc"), 2))
		result, ok := basics.OptionsFirst([]byte("abc"), 0)
		equal(t, ok, true)
		equal(t, len(result), 0)
		none[[]byte](t)(basics.OptionsFirst([]byte("abc"), 4))
		none[[]byte](t)(basics.OptionsFirst(nil, 1))
	}},
}
