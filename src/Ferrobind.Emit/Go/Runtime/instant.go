package support

import (
	"encoding/binary"
	"time"
)

// instant is a time by Rust's clock that only goes on: so far from now.
func (r *fbReader) instant() time.Time { return time.Now().Add(time.Duration(r.u64())) }

func fbAppendInstant(b []byte, value time.Time) []byte {
	return binary.LittleEndian.AppendUint64(b, uint64(time.Until(value)))
}
