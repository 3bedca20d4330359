package support

import (
	"encoding/binary"
	"math/big"
)

func (r *fbReader) uint128() *big.Int {
	low, high := r.u64(), r.u64()
	return fbFromUint128(low, high)
}

func (r *fbReader) int128() *big.Int {
	low, high := r.u64(), int64(r.u64())
	return fbFromInt128(low, high)
}

func fbAppendUint128(b []byte, w *fbWriter, value *big.Int) []byte {
	low, high, err := fbUint128("", "", value)
	if err != nil {
		w.fail("has a *big.Int that is nil, or not in the range of an unsigned 128-bit integer")
		return b
	}
	b = binary.LittleEndian.AppendUint64(b, low)
	return binary.LittleEndian.AppendUint64(b, high)
}

func fbAppendInt128(b []byte, w *fbWriter, value *big.Int) []byte {
	low, high, err := fbInt128("", "", value)
	if err != nil {
		w.fail("has a *big.Int that is nil, or not in the range of a signed 128-bit integer")
		return b
	}
	b = binary.LittleEndian.AppendUint64(b, low)
	return binary.LittleEndian.AppendUint64(b, uint64(high))
}
