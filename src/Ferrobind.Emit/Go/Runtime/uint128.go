package support

import "math/big"

// fbUint128 splits an argument into the halves of Rust's u128.
func fbUint128(function, param string, value *big.Int) (low, high uint64, err error) {
	switch {
	case value == nil:
		return 0, 0, &ArgumentError{Func: function, Param: param, Message: "is nil"}
	case value.Sign() < 0 || value.BitLen() > 128:
		return 0, 0, &ArgumentError{Func: function, Param: param, Message: "is not in the range of an unsigned 128-bit integer"}
	}
	low, high = fbHalves(value)
	return low, high, nil
}

// fbFromUint128 joins the halves of Rust's u128.
func fbFromUint128(low, high uint64) *big.Int {
	return fbJoin(low, high)
}
