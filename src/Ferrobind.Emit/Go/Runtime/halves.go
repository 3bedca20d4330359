package support

import (
	"math/big"
	"math/bits"
)

// fbHalves is the magnitude of value, which has 128 bits at most.
func fbHalves(value *big.Int) (low, high uint64) {
	for i, word := range value.Bits() {
		if at := i * bits.UintSize; at < 64 {
			low |= uint64(word) << at
		} else {
			high |= uint64(word) << (at - 64)
		}
	}
	return low, high
}

// fbJoin is the integer with these halves.
func fbJoin(low, high uint64) *big.Int {
	if bits.UintSize == 64 {
		return new(big.Int).SetBits([]big.Word{big.Word(low), big.Word(high)})
	}
	return new(big.Int).SetBits([]big.Word{
		big.Word(low), big.Word(low >> 32), big.Word(high), big.Word(high >> 32),
	})
}
