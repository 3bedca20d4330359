package behaviour

import (
	"math"
	"math/big"
	"testing"

	"rust/basics"
)

var scalarCases = []testCase{
	{"scalars/bool", echo(basics.ScalarsEchoBool, true, false)},
	{"scalars/char", echo(basics.ScalarsEchoChar, 'a', 'ü', '€', '😀')},
	{"scalars/char-boundaries", echo(basics.ScalarsEchoChar, 0, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF)},
	{"scalars/char-invalid", func(t *testing.T) {
		for _, r := range []rune{0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0x110000, math.MaxInt32, -1} {
			refused(t, "ScalarsEchoChar", "value", func() { basics.ScalarsEchoChar(r) })
		}
		equal(t, basics.ScalarsEchoChar('a'), 'a')
	}},
	{"scalars/i8", echo(basics.ScalarsEchoI8, math.MinInt8, -1, 0, 1, math.MaxInt8)},
	{"scalars/i16", echo(basics.ScalarsEchoI16, math.MinInt16, -1, 0, 1, math.MaxInt16)},
	{"scalars/i32", echo(basics.ScalarsEchoI32, math.MinInt32, -1, 0, 1, math.MaxInt32)},
	{"scalars/i64", echo(basics.ScalarsEchoI64, math.MinInt64, -1, 0, 1, math.MaxInt64)},
	{"scalars/isize", echo(basics.ScalarsEchoIsize, math.MinInt, -1, 0, 1, math.MaxInt)},
	{"scalars/u8", echo(basics.ScalarsEchoU8, 0, 1, 127, 128, math.MaxUint8)},
	{"scalars/u16", echo(basics.ScalarsEchoU16, 0, 1, 1<<15, math.MaxUint16)},
	{"scalars/u32", echo(basics.ScalarsEchoU32, 0, 1, 1<<31, math.MaxUint32)},
	{"scalars/u64", echo(basics.ScalarsEchoU64, 0, 1, 1<<63, math.MaxUint64)},
	{"scalars/usize", echo(basics.ScalarsEchoUsize, 0, 1, 1<<63, math.MaxUint)},
	{"scalars/i128", func(t *testing.T) {
		for _, text := range []string{
			"0", "1", "-1", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
			"18446744073709551615", "18446744073709551616", "-18446744073709551615", "-18446744073709551616",
			"170141183460469231731687303715884105727", "-170141183460469231731687303715884105727",
			"-170141183460469231731687303715884105728",
		} {
			equal(t, basics.ScalarsEchoI128(wide(text)).String(), text)
		}
	}},
	{"scalars/u128", func(t *testing.T) {
		for _, text := range []string{
			"0", "1", "18446744073709551615", "18446744073709551616", "170141183460469231731687303715884105728",
			"340282366920938463463374607431768211455",
		} {
			equal(t, basics.ScalarsEchoU128(wide(text)).String(), text)
		}
	}},
	{"scalars/wide-out-of-range", func(t *testing.T) {
		for _, text := range []string{
			"170141183460469231731687303715884105728", "-170141183460469231731687303715884105729",
			"340282366920938463463374607431768211456",
		} {
			refused(t, "ScalarsEchoI128", "value", func() { basics.ScalarsEchoI128(wide(text)) })
		}
		for _, text := range []string{"-1", "340282366920938463463374607431768211456"} {
			refused(t, "ScalarsEchoU128", "value", func() { basics.ScalarsEchoU128(wide(text)) })
		}
		refused(t, "ScalarsEchoI128", "value", func() { basics.ScalarsEchoI128(nil) })
		refused(t, "ScalarsEchoU128", "value", func() { basics.ScalarsEchoU128(nil) })
	}},
	{"scalars/wide-is-a-copy", func(t *testing.T) {
		value := wide("18446744073709551617")
		result := basics.ScalarsEchoU128(value)
		result.Add(result, big.NewInt(1))
		equal(t, value.String(), "18446744073709551617")
		equal(t, result.String(), "18446744073709551618")
	}},
	{"scalars/f32", echo(basics.ScalarsEchoF32, 0, 1, -1, 0.1, math.MaxFloat32, -math.MaxFloat32)},
	{"scalars/f64", echo(basics.ScalarsEchoF64, 0, 1, -1, 0.1, math.MaxFloat64, -math.MaxFloat64)},
	{"scalars/float-subnormal", func(t *testing.T) {
		equal(t, math.Float32bits(basics.ScalarsEchoF32(math.SmallestNonzeroFloat32)), uint32(1))
		equal(t, math.Float64bits(basics.ScalarsEchoF64(math.SmallestNonzeroFloat64)), uint64(1))
	}},
	{"scalars/float-negative-zero", func(t *testing.T) {
		equal(t, math.Float32bits(basics.ScalarsEchoF32(float32(math.Copysign(0, -1)))), uint32(1<<31))
		equal(t, math.Float64bits(basics.ScalarsEchoF64(math.Copysign(0, -1))), uint64(1<<63))
	}},
	{"scalars/float-infinity", func(t *testing.T) {
		for _, sign := range []int{1, -1} {
			equal(t, basics.ScalarsEchoF32(float32(math.Inf(sign))), float32(math.Inf(sign)))
			equal(t, basics.ScalarsEchoF64(math.Inf(sign)), math.Inf(sign))
		}
	}},
	{"scalars/float-nan-payload", func(t *testing.T) {
		for _, bits := range []uint32{0x7FC00000, 0xFFC00001, 0x7FC12345} {
			equal(t, math.Float32bits(basics.ScalarsEchoF32(math.Float32frombits(bits))), bits)
		}
		for _, bits := range []uint64{0x7FF8000000000000, 0xFFF8000000000001, 0x7FFABCDEF0123456} {
			equal(t, math.Float64bits(basics.ScalarsEchoF64(math.Float64frombits(bits))), bits)
		}
	}},
	{"scalars/by-reference", func(t *testing.T) {
		equal(t, basics.ScalarsByReference(41), uint32(42))
		equal(t, basics.ScalarsByReference(math.MaxUint32-1), uint32(math.MaxUint32))
	}},
	{"scalars/many-arguments", func(t *testing.T) {
		equal(t,
			basics.ScalarsMany(255, -32768, 4294967295, -5, 1.5, -2.25, true, '😀', wide("340282366920938463463374607431768211455"), 7, -128),
			"255 -32768 4294967295 -5 1.5 -2.25 true 😀 340282366920938463463374607431768211455 7 -128")
	}},
	{"scalars/names-that-are-keywords", func(t *testing.T) {
		equal(t, basics.ScalarsKeywords(1, 20, 300, 4000, 50000, 600000, 7000000), uint32(7654321))
	}},
	{"scalars/names-like-parts", func(t *testing.T) {
		equal(t, basics.ScalarsParts([]byte{9, 9, 9}, 40, true), uint(44))
		equal(t, basics.ScalarsParts(nil, 0, false), uint(0))
	}},
}

func echo[T comparable](f func(T) T, values ...T) func(t *testing.T) {
	return func(t *testing.T) {
		for _, value := range values {
			equal(t, f(value), value)
		}
	}
}

func wide(text string) *big.Int {
	value, ok := new(big.Int).SetString(text, 10)
	if !ok {
		panic(text)
	}
	return value
}
