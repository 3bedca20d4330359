package support

import (
	"encoding/binary"
	"math"
	"time"
)

// duration is a duration; Rust's may be longer than any of Go's, which have 292
// years.
func (r *fbReader) duration() time.Duration {
	seconds, nanoseconds := r.u64(), r.u32()
	if nanoseconds >= 1e9 {
		r.invalid("nanoseconds of more than a second")
	}
	if seconds > math.MaxInt64/uint64(time.Second) || seconds*1e9+uint64(nanoseconds) > math.MaxInt64 {
		r.problem = "a duration is too long for time.Duration"
		return 0
	}
	return time.Duration(seconds*1e9 + uint64(nanoseconds))
}

func fbAppendDuration(b []byte, w *fbWriter, value time.Duration) []byte {
	if value < 0 {
		w.fail("has a negative duration")
		return b
	}
	b = binary.LittleEndian.AppendUint64(b, uint64(value/time.Second))
	return binary.LittleEndian.AppendUint32(b, uint32(value%time.Second))
}
