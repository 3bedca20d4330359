package behaviour

import (
	"math"
	"testing"

	"rust/basics"
)

var constantCases = []testCase{
	{"constants/integers", func(t *testing.T) {
		equal(t, basics.Answer, uint32(42))
		equal(t, value[int64](basics.Lowest), int64(math.MinInt64))
		equal(t, value[uint](basics.Widest), uint(math.MaxUint))
		equal(t, value[int](basics.Narrowest), math.MinInt)
	}},
	{"constants/wide", func(t *testing.T) {
		equal(t, basics.Huge().String(), "340282366920938463463374607431768211455")
		equal(t, basics.Deep().String(), "-170141183460469231731687303715884105728")
	}},
	{"constants/floats", func(t *testing.T) {
		equal(t, basics.Third, 1.0/3.0)
		equal(t, basics.Tiny, float32(1.5e-10))
		equal(t, basics.Unbounded(), math.Inf(1))
		equal(t, math.IsNaN(float64(basics.Undefined())), true)
		equal(t, math.Float64bits(basics.BelowZero()), uint64(1<<63))
	}},
	{"constants/characters", func(t *testing.T) {
		equal(t, basics.Letter, 'ü')
		equal(t, basics.LastChar, '\U0010FFFF')
	}},
	{"constants/truth", func(t *testing.T) { equal(t, basics.Truth, true) }},
	{"constants/texts", func(t *testing.T) {
		equal(t, basics.Motto, "say \"hi\" \\ \n`now` \U0001F600")
		equal(t, basics.Made, "ab")
		equal(t, basics.Empty, "")
	}},
	{"constants/bytes", func(t *testing.T) {
		magic := basics.Magic()
		equal(t, magic, []byte{0xCA, 0xFE})
		magic[0] = 0
		equal(t, basics.Magic(), []byte{0xCA, 0xFE})
	}},
	{"constants/static", func(t *testing.T) { equal(t, basics.Level(), uint16(7)) }},
}

// value is of a constant, or of the function that there is where Go has no
// constant for it.
func value[T any](constant any) T {
	if function, ok := constant.(func() T); ok {
		return function()
	}
	return constant.(T)
}
