package direct

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"io"
	"runtime/pprof"
	"slices"
	"strings"
	"testing"

	"rust/direct"
)

func init() {
	attackCases = append(attackCases, testCase{"profiles_name_callers", profilesNameCallers})
}

// What a profile has to tell of: calls that are short, and one that is not.
var (
	shortCalls = func() {
		var onStack [64]byte
		for range 10_000 {
			hash ^= direct.Fnv(onStack[:])
		}
	}
	longCall = func() { hash ^= direct.HostileLongLoop(2_000_000) }
	hash     uint64
)

//go:noinline
func calledShort() { shortCalls() }

//go:noinline
func calledLong() { longCall() }

// A sample of time in Rust has the function that is Rust's in Go, and who has called that.
func profilesNameCallers(t *testing.T) {
	// The frame of Rust's: where a goroutine is away, that is its caller's.
	frames := []string{"rust/direct._Cfunc_", "rust/direct._Cfunc_"}
	if direct.LinkMode == "direct" || direct.LinkMode == "pure" {
		frames[0] = "rust.direct.fnv"
	}
	if direct.LinkMode == "pure" {
		frames[1] = "rust/direct.HostileLongLoop"
	}
	for i, work := range []struct {
		call             func()
		caller, function string
	}{
		{calledShort, "direct.calledShort", "rust/direct.Fnv"},
		{calledLong, "direct.calledLong", "rust/direct.HostileLongLoop"},
	} {
		found, lost := 0, 0
		for rounds := 0; found < 50*scale; rounds++ {
			if rounds == 1000*scale {
				t.Fatalf("%d samples below %s", found, work.function)
			}
			for _, sample := range profileOf(t, work.call) {
				stack := sample.stack
				in := slices.IndexFunc(stack, func(name string) bool { return strings.HasPrefix(name, frames[i]) })
				switch {
				case in >= 0:
					found += sample.times
					if !slices.Contains(stack[in:], work.function) || !slices.Contains(stack[in:], work.caller) {
						t.Fatalf("without its callers: %v", stack)
					}
				case slices.Contains(stack, "runtime._ExternalCode"):
					lost += sample.times
				}
			}
		}
		// Of C there is a little at any time, such as what a signal's handler returns to.
		if lost > found/10 {
			t.Errorf("%d samples below %s, and %d of nobody's", found, work.function, lost)
		}
	}
}

// sample is a stack that was seen, the innermost function first, and how often.
type sample struct {
	stack []string
	times int
}

func profileOf(t *testing.T, call func()) []sample {
	t.Helper()
	var packed bytes.Buffer
	if err := pprof.StartCPUProfile(&packed); err != nil {
		t.Fatal(err)
	}
	for range 1000 {
		call()
	}
	pprof.StopCPUProfile()
	unpacked, err := gzip.NewReader(&packed)
	if err != nil {
		t.Fatal(err)
	}
	profile, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	return samples(profile)
}

// samples reads a profile in the format of pprof's, profile.proto: of each sample (field 2) the locations (1) and
// values (2), of each location (4) its number (1) and lines (4), which have a function (1), of each function (5) its
// number (1) and name (2), which is one of the texts (6).
func samples(profile []byte) []sample {
	type message struct{ one, two, lines []uint64 }
	var seen []message
	var texts []string
	lines, names := map[uint64][]uint64{}, map[uint64]uint64{}
	fields(profile, func(field, _ uint64, bytes []byte) {
		if field == 6 {
			texts = append(texts, string(bytes))
		}
		if field != 2 && field != 4 && field != 5 {
			return
		}
		var m message
		fields(bytes, func(part, value uint64, inner []byte) {
			switch {
			case part == 1:
				m.one = append(m.one, numbers(value, inner)...)
			case part == 2:
				m.two = append(m.two, numbers(value, inner)...)
			case part == 4 && field == 4:
				fields(inner, func(part, value uint64, _ []byte) {
					if part == 1 {
						m.lines = append(m.lines, value)
					}
				})
			}
		})
		switch field {
		case 2:
			seen = append(seen, m)
		case 4:
			lines[m.one[0]] = m.lines
		case 5:
			names[m.one[0]] = m.two[0]
		}
	})
	var found []sample
	for _, m := range seen {
		var stack []string
		for _, location := range m.one {
			for _, function := range lines[location] {
				stack = append(stack, texts[names[function]])
			}
		}
		found = append(found, sample{stack, int(m.two[0])})
	}
	return found
}

// numbers is one number, or those that were packed.
func numbers(value uint64, packed []byte) []uint64 {
	if packed == nil {
		return []uint64{value}
	}
	var all []uint64
	for len(packed) > 0 {
		number, size := binary.Uvarint(packed)
		all, packed = append(all, number), packed[size:]
	}
	return all
}

// fields goes through a message of protocol buffers: numbers as they are, and what is longer as bytes.
func fields(message []byte, see func(field, value uint64, bytes []byte)) {
	for len(message) > 0 {
		key, size := binary.Uvarint(message)
		message = message[size:]
		value, size := binary.Uvarint(message)
		message = message[size:]
		if key&7 != 2 {
			see(key>>3, value, nil)
			continue
		}
		see(key>>3, 0, message[:value:value])
		message = message[value:]
	}
}
