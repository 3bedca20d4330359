package support

import (
	"math/big"
	"math/bits"
)

// fbInt128 splits an argument into the halves of Rust's i128.
func fbInt128(function, param string, value *big.Int) (low uint64, high int64, err error) {
	if value == nil {
		return 0, 0, &ArgumentError{Func: function, Param: param, Message: "is nil"}
	}
	isLowest := value.Sign() < 0 && value.BitLen() == 128 && value.TrailingZeroBits() == 127
	if value.BitLen() > 127 && !isLowest {
		return 0, 0, &ArgumentError{Func: function, Param: param, Message: "is not in the range of a signed 128-bit integer"}
	}
	low, magnitude := fbHalves(value)
	if value.Sign() < 0 {
		low, magnitude = fbNegate(low, magnitude)
	}
	return low, int64(magnitude), nil
}

// fbFromInt128 joins the halves of Rust's i128.
func fbFromInt128(low uint64, high int64) *big.Int {
	if high >= 0 {
		return fbJoin(low, uint64(high))
	}
	value := fbJoin(fbNegate(low, uint64(high)))
	return value.Neg(value)
}

// fbNegate is the two's complement of a 128-bit integer.
func fbNegate(low, high uint64) (uint64, uint64) {
	low, borrow := bits.Sub64(0, low, 0)
	high, _ = bits.Sub64(0, high, borrow)
	return low, high
}
