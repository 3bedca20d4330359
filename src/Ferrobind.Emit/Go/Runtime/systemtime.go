package support

import (
	"encoding/binary"
	"math"
	"time"
)

// fbEpoch is the seconds from the year 1, where Go counts from, to 1970.
const fbEpoch = 62135596800

func (r *fbReader) systemTime() time.Time {
	seconds, nanoseconds := int64(r.u64()), r.u32()
	if nanoseconds >= 1e9 {
		r.invalid("nanoseconds of more than a second")
	}
	if seconds > math.MaxInt64-fbEpoch {
		r.problem = "a time is too late for time.Time"
		return time.Time{}
	}
	return time.Unix(seconds, int64(nanoseconds)).UTC()
}

func fbAppendTime(b []byte, value time.Time) []byte {
	b = binary.LittleEndian.AppendUint64(b, uint64(value.Unix()))
	return binary.LittleEndian.AppendUint32(b, uint32(value.Nanosecond()))
}
