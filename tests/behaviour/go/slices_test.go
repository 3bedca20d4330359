package behaviour

import (
	"bytes"
	"math"
	"slices"
	"testing"
	"unsafe"

	"rust/basics"
)

// reverses checks a function that gives its argument back, reversed.
func reverses[T comparable](reverse func([]T) []T, values ...T) func(t *testing.T) {
	return func(t *testing.T) {
		check := func(values []T) {
			t.Helper()
			before := slices.Clone(values)
			want := slices.Clone(values)
			slices.Reverse(want)
			if got := reverse(values); !slices.Equal(got, want) {
				t.Errorf("%v became %v", want, got)
			}
			if !slices.Equal(values, before) {
				t.Errorf("the argument changed")
			}
		}
		check(nil)
		check([]T{})
		check(values[:1])
		check(values)
		check(values[1 : len(values)-1])
		var many []T
		for len(many) < 10_000 {
			many = append(many, values...)
		}
		check(many)
	}
}

var sliceCases = []testCase{
	{"slices/bool", reverses(basics.SlicesReverseBool, true, false, false)},
	{"slices/char", reverses(basics.SlicesReverseChar, 'a', 0, 0xD7FF, 0xE000, 0x10FFFF)},
	{"slices/i8", reverses(basics.SlicesReverseI8, math.MinInt8, 0, math.MaxInt8)},
	{"slices/i16", reverses(basics.SlicesReverseI16, math.MinInt16, 0, math.MaxInt16)},
	{"slices/i32", reverses(basics.SlicesReverseI32, math.MinInt32, 0, math.MaxInt32)},
	{"slices/i64", reverses(basics.SlicesReverseI64, math.MinInt64, 0, math.MaxInt64)},
	{"slices/isize", reverses(basics.SlicesReverseIsize, math.MinInt, 0, math.MaxInt)},
	{"slices/u16", reverses(basics.SlicesReverseU16, 0, 1, math.MaxUint16)},
	{"slices/u32", reverses(basics.SlicesReverseU32, 0, 1, math.MaxUint32)},
	{"slices/u64", reverses(basics.SlicesReverseU64, 0, 1, math.MaxUint64)},
	{"slices/usize", reverses(basics.SlicesReverseUsize, 0, 1, math.MaxUint)},
	{"slices/f32", reverses(basics.SlicesReverseF32, -1.5, 0, math.MaxFloat32)},
	{"slices/f64", reverses(basics.SlicesReverseF64, -1.5, 0, math.MaxFloat64)},
	{"slices/bytes", func(t *testing.T) {
		for _, size := range sizes {
			data := bytes.Repeat([]byte{0, 255, 7}, size/3+1)[:size]
			if !bytes.Equal(basics.SlicesEchoBytes(data), data) {
				t.Errorf("%d bytes do not come back", size)
			}
		}
		equal(t, len(basics.SlicesEchoBytes(nil)), 0)
	}},
	{"slices/sum", func(t *testing.T) {
		equal(t, basics.SlicesSumBytes([]byte{1, 2, 255}), uint64(258))
		equal(t, basics.SlicesSumBytes(nil), uint64(0))
		equal(t, basics.SlicesSumBytes(bytes.Repeat([]byte{255}, 1<<20)), uint64(255<<20))
	}},
	{"slices/as-bytes", func(t *testing.T) {
		equal(t, basics.SlicesAsRefSum([]byte{3, 4}), uint64(7))
		equal(t, basics.SlicesAsRefSum(nil), uint64(0))
		equal(t, basics.SlicesGenericRefSum([]byte{3, 4}), uint64(7))
		equal(t, basics.SlicesGenericRefSum(nil), uint64(0))
	}},
	{"slices/owned", func(t *testing.T) {
		equal(t, basics.SlicesBoxed([]uint32{1, math.MaxUint32}), []uint32{1, math.MaxUint32})
		equal(t, len(basics.SlicesBoxed(nil)), 0)
		equal(t, basics.SlicesVecRef([]float64{0.5, 0.25}), 0.75)
		equal(t, basics.SlicesVecRef(nil), 0.0)
	}},
	{"slices/cow", func(t *testing.T) {
		equal(t, basics.SlicesCow([]uint16{1, 2}), []uint16{1, 2})
		equal(t, len(basics.SlicesCow(nil)), 0)
		many := slices.Repeat([]uint16{1, 2, 3}, 1000)
		equal(t, basics.SlicesCow(many), many)
	}},
	{"slices/borrowed-part", func(t *testing.T) {
		values := []int64{1, 2, 3}
		tail := basics.SlicesTail(values)
		equal(t, tail, []int64{2, 3})
		tail[0] = 9
		equal(t, values, []int64{1, 2, 3})
		equal(t, len(basics.SlicesTail([]int64{1})), 0)
		equal(t, len(basics.SlicesTail(nil)), 0)
	}},
	{"slices/result-sizes", func(t *testing.T) {
		for _, size := range sizes {
			data := basics.SlicesCountUp(uint(size))
			equal(t, len(data), size)
			for i, b := range data {
				if b != byte(i) {
					t.Fatalf("byte %d of %d is %d", i, size, b)
				}
			}
		}
	}},
	{"slices/written-in-place", func(t *testing.T) {
		values := []int32{1, -2, math.MaxInt32, 4}
		basics.SlicesDouble(values[:3])
		equal(t, values, []int32{2, -4, -2, 4})
		basics.SlicesDouble(nil)
		basics.SlicesDouble([]int32{})
	}},
	{"slices/copied-into-another", func(t *testing.T) {
		target := []byte("xxxxx")
		equal(t, basics.SlicesCopyInto(target, []byte("abc")), uint(3))
		equal(t, string(target), "abcxx")
		equal(t, basics.SlicesCopyInto(target[:2], []byte("12345")), uint(2))
		equal(t, string(target), "12cxx")
		equal(t, basics.SlicesCopyInto(nil, []byte("a")), uint(0))
		equal(t, basics.SlicesCopyInto(target, nil), uint(0))
	}},
	{"slices/overlap", func(t *testing.T) {
		data := []byte("abcdef")
		refused(t, "SlicesCopyInto", "target", func() { basics.SlicesCopyInto(data, data) })
		refused(t, "SlicesCopyInto", "target", func() { basics.SlicesCopyInto(data[:4], data[3:]) })
		refused(t, "SlicesCopyInto", "target", func() { basics.SlicesCopyInto(data[3:], data[:4]) })
		refused(t, "SlicesCopyInto", "target", func() { basics.SlicesCopyInto(data, data[2:3]) })
		equal(t, string(data), "abcdef")
	}},
	{"slices/neighbours", func(t *testing.T) {
		data := []byte("abcdef")
		equal(t, basics.SlicesCopyInto(data[:3], data[3:]), uint(3))
		equal(t, string(data), "defdef")
		equal(t, basics.SlicesCopyInto(data, data[2:2]), uint(0))
		equal(t, basics.SlicesCopyInto(data[2:2], data), uint(0))
	}},
	{"slices/char-invalid", func(t *testing.T) {
		refused(t, "SlicesReverseChar", "values", func() { basics.SlicesReverseChar([]rune{'a', 0xD800}) })
		refused(t, "SlicesReverseChar", "values", func() { basics.SlicesReverseChar([]rune{-1}) })
		equal(t, basics.SlicesReverseChar([]rune("ab")), []rune("ba"))
	}},
	{"slices/bool-invalid", func(t *testing.T) {
		values := []byte{0, 1, 2}
		odd := unsafe.Slice((*bool)(unsafe.Pointer(&values[0])), 3)
		refused(t, "SlicesReverseBool", "values", func() { basics.SlicesReverseBool(odd) })
		equal(t, basics.SlicesReverseBool(odd[:2]), []bool{true, false})
	}},
}
