package support

import (
	"errors"
	"math"
	"math/big"
	"testing"
)

func power(exponent uint) *big.Int { return new(big.Int).Lsh(big.NewInt(1), exponent) }

func minus(value *big.Int, less int64) *big.Int { return new(big.Int).Sub(value, big.NewInt(less)) }

func negative(value *big.Int) *big.Int { return new(big.Int).Neg(value) }

func TestUint128(t *testing.T) {
	for _, c := range []struct {
		value     *big.Int
		low, high uint64
	}{
		{big.NewInt(0), 0, 0},
		{big.NewInt(1), 1, 0},
		{minus(power(64), 1), math.MaxUint64, 0},
		{power(64), 0, 1},
		{power(127), 0, 1 << 63},
		{minus(power(128), 1), math.MaxUint64, math.MaxUint64},
	} {
		low, high, err := fbUint128("F", "p", c.value)
		if low != c.low || high != c.high || err != nil {
			t.Errorf("%v: got %#x, %#x, %v", c.value, low, high, err)
		}
		if back := fbFromUint128(low, high); back.Cmp(c.value) != 0 {
			t.Errorf("%v came back as %v", c.value, back)
		}
	}
	for _, value := range []*big.Int{nil, big.NewInt(-1), power(128), power(1000)} {
		_, _, err := fbUint128("F", "p", value)
		refused(t, value, err)
	}
}

func TestInt128(t *testing.T) {
	for _, c := range []struct {
		value *big.Int
		low   uint64
		high  int64
	}{
		{big.NewInt(0), 0, 0},
		{big.NewInt(-1), math.MaxUint64, -1},
		{power(64), 0, 1},
		{negative(power(64)), 0, -1},
		{minus(negative(power(64)), 1), math.MaxUint64, -2},
		{minus(power(127), 1), math.MaxUint64, math.MaxInt64},
		{negative(power(127)), 0, math.MinInt64},
		{negative(minus(power(127), 1)), 1, math.MinInt64},
	} {
		low, high, err := fbInt128("F", "p", c.value)
		if low != c.low || high != c.high || err != nil {
			t.Errorf("%v: got %#x, %#x, %v", c.value, low, high, err)
		}
		if back := fbFromInt128(low, high); back.Cmp(c.value) != 0 {
			t.Errorf("%v came back as %v", c.value, back)
		}
	}
	for _, value := range []*big.Int{nil, power(127), minus(negative(power(127)), 1), negative(power(128))} {
		_, _, err := fbInt128("F", "p", value)
		refused(t, value, err)
	}
}

func refused(t *testing.T, value *big.Int, err error) {
	t.Helper()
	var argument *ArgumentError
	if !errors.As(err, &argument) || argument.Func != "F" || argument.Param != "p" {
		t.Errorf("%v: got %v", value, err)
	}
}

func TestSplittingDoesNotAllocate(t *testing.T) {
	value := negative(power(100))
	if n := testing.AllocsPerRun(100, func() { _, _, _ = fbInt128("F", "p", value) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
