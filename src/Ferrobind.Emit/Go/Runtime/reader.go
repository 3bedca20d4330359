package support

import (
	"encoding/binary"
	"fmt"
	"math"
	"unicode/utf8"
	"unsafe"
)

// fbReader reads values from what Rust sent. Rust writes what these bindings
// expect, which the check of the ABI ensures; what does not hold nevertheless is
// a panic, before anything is read or allocated that is not there.
type fbReader struct {
	data     []byte
	at       int
	depth    int
	chunk    []byte // holds texts that were read
	problem  string // the first value that Go has no equal of
	discards bool   // nobody wants what is read: handles are closed
}

// fbChunk is how many bytes short texts share: so much can one of them keep in
// memory.
const fbChunk = 2048

// invalid panics: what ends here is not what these bindings expect.
func (r *fbReader) invalid(what string) {
	message := fmt.Sprintf("%s: what Rust returned is malformed: %s at byte %d of %d", fbPackage, what, r.at, len(r.data))
	r.data, r.at = nil, 0
	panic(message)
}

// take is the next bytes.
func (r *fbReader) take(size int) []byte {
	if len(r.data)-r.at < size {
		r.invalid("it ends too early")
	}
	bytes := r.data[r.at : r.at+size]
	r.at += size
	return bytes
}

func (r *fbReader) u8() uint8   { return r.take(1)[0] }
func (r *fbReader) u16() uint16 { return binary.LittleEndian.Uint16(r.take(2)) }
func (r *fbReader) u32() uint32 { return binary.LittleEndian.Uint32(r.take(4)) }
func (r *fbReader) u64() uint64 { return binary.LittleEndian.Uint64(r.take(8)) }

func (r *fbReader) f32() float32 { return math.Float32frombits(r.u32()) }
func (r *fbReader) f64() float64 { return math.Float64frombits(r.u64()) }

func (r *fbReader) usize() uint {
	value := r.u64()
	if value > math.MaxUint {
		r.invalid("an integer too large for this platform")
	}
	return uint(value)
}

func (r *fbReader) isize() int {
	value := int64(r.u64())
	if int64(int(value)) != value {
		r.invalid("an integer too large for this platform")
	}
	return int(value)
}

// bool is a bool, or whether there is a value.
func (r *fbReader) bool() bool {
	value := r.u8()
	if value > 1 {
		r.invalid("a bool that is neither 0 nor 1")
	}
	return value == 1
}

func (r *fbReader) char() rune {
	value := rune(r.u32())
	if !utf8.ValidRune(value) {
		r.invalid("a char that is none")
	}
	return value
}

// count is a number of elements, each of which takes at least so many bytes.
func (r *fbReader) count(least int) int {
	count := uint64(r.u32())
	if count*uint64(least) > uint64(len(r.data)-r.at) || count > math.MaxInt32 {
		r.invalid("more elements than it could hold")
	}
	return int(count)
}

func (r *fbReader) text() string {
	bytes := r.take(r.count(1))
	if !utf8.Valid(bytes) {
		r.invalid("text that is not UTF-8")
	}
	return r.keep(bytes)
}

// osText is text of the system, which may be any bytes.
func (r *fbReader) osText() string {
	return r.keep(r.take(r.count(1)))
}

// keep copies text. Short ones share memory: one allocation for many of them.
func (r *fbReader) keep(bytes []byte) string {
	if len(bytes) == 0 {
		return ""
	}
	if len(bytes) > fbChunk/4 {
		return string(bytes)
	}
	if len(bytes) > cap(r.chunk)-len(r.chunk) {
		r.chunk = make([]byte, 0, min(fbChunk, len(bytes)+len(r.data)-r.at))
	}
	start := len(r.chunk)
	r.chunk = append(r.chunk, bytes...)
	return unsafe.String(&r.chunk[start], len(bytes))
}

// end is where everything has been read.
func (r *fbReader) end() {
	if r.at != len(r.data) {
		r.invalid("more than was expected")
	}
}
