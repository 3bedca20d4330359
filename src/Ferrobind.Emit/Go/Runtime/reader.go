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
	copied   string // of the data, from start on: texts are parts of it
	start    int
	isASCII  bool   // what is copied is, so the texts in it are
	problem  string // the first value that Go has no equal of
	discards bool   // nobody wants what is read: handles are closed
}

// fbChunk is how many bytes are copied at once for texts that are shorter: so
// much can one of them keep in memory.
const fbChunk = 2048

// invalid panics: what ends here is not what these bindings expect.
func (r *fbReader) invalid(what string) {
	message := fmt.Sprintf("%s: what Rust returned is malformed: %s at byte %d of %d", fbPackage, what, r.at, len(r.data))
	r.data, r.at = nil, 0
	panic(message)
}

// take is the next bytes. It is so small that it is inlined.
func (r *fbReader) take(size int) []byte {
	rest := r.data[r.at:]
	if len(rest) < size {
		r.short()
	}
	r.at += size
	return rest[:size]
}

func (r *fbReader) short() { r.invalid("it ends too early") }

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
	// Most short texts lie in what was copied already, with their lengths.
	if at := r.at - r.start; r.isASCII && at <= len(r.copied)-4 {
		rest := r.copied[at:]
		size := uint64(rest[0]) | uint64(rest[1])<<8 | uint64(rest[2])<<16 | uint64(rest[3])<<24
		if size <= uint64(len(rest)-4) {
			r.at += 4 + int(size)
			return rest[4 : 4+size]
		}
	}
	text := r.osText()
	if !r.isASCII && !fbIsASCII(text) && !utf8.ValidString(text) {
		r.invalid("text that is not UTF-8")
	}
	return text
}

// osText is text of the system, which may be any bytes. It is a part of what
// was copied of the data: one allocation for many texts.
func (r *fbReader) osText() string {
	rest := r.data[r.at:]
	if len(rest) < 4 {
		r.short()
	}
	size := int64(binary.LittleEndian.Uint32(rest))
	if size > int64(len(rest)-4) {
		r.invalid("text that is longer than what is left")
	}
	start, end := r.at+4, r.at+4+int(size)
	r.at = end
	if end-r.start > len(r.copied) {
		if size == 0 {
			return ""
		}
		r.copy(int(size))
	}
	return r.copied[start-r.start : end-r.start]
}

// copy copies the last bytes that were read, and what is behind them.
func (r *fbReader) copy(size int) {
	r.start = r.at - size
	end := max(r.at, min(r.start+fbChunk, len(r.data)))
	if size > fbChunk/4 {
		end = r.at
	}
	r.copied = string(r.data[r.start:end])
	// Of short texts, the lengths are ASCII, too.
	r.isASCII = fbIsASCII(r.copied)
}

// fbIsASCII finds what is quick to find.
func fbIsASCII(text string) bool {
	if len(text) < 8 {
		var all byte
		for i := range len(text) {
			all |= text[i]
		}
		return all < utf8.RuneSelf
	}
	data := unsafe.Slice(unsafe.StringData(text), len(text))
	all := binary.LittleEndian.Uint64(data[len(data)-8:])
	for ; len(data) >= 32; data = data[32:] {
		all |= binary.LittleEndian.Uint64(data) | binary.LittleEndian.Uint64(data[8:]) |
			binary.LittleEndian.Uint64(data[16:]) | binary.LittleEndian.Uint64(data[24:])
	}
	for ; len(data) >= 8; data = data[8:] {
		all |= binary.LittleEndian.Uint64(data)
	}
	return all&0x8080808080808080 == 0
}

// end is where everything has been read.
func (r *fbReader) end() {
	if r.at != len(r.data) {
		r.invalid("more than was expected")
	}
}
