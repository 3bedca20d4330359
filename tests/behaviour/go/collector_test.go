package behaviour

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rust/basics"
)

// Each call gets memory that nothing else refers to, at times on a stack that
// has to move.
var collectorCases = []testCase{
	{"collector/views", func(t *testing.T) {
		collecting(500, func(i int) {
			if got := basics.SlicesSumBytes(slices.Repeat([]byte{1}, i*7)); got != uint64(i*7) {
				t.Fatalf("%d bytes of one have the sum %d", i*7, got)
			}
			if got := basics.TextByteLen(strings.Repeat("x", i*7)); got != uint(i*7) {
				t.Fatalf("%d bytes of text are %d", i*7, got)
			}
		})
	}},
	{"collector/borrowed-text", func(t *testing.T) {
		collecting(500, func(i int) {
			word := fmt.Sprintf("word %d %s", i, strings.Repeat("w", i+1))
			if got := basics.TextTrim("  " + word + "  "); got != word {
				t.Fatalf("%q became %q", word, got)
			}
			if got := basics.TextLonger("short"[:i%5], word+"!"); got != word+"!" {
				t.Fatalf("%q became %q", word, got)
			}
			if got, ok := basics.OptionsAfter("pre"+word, "pre"); !ok || got != word {
				t.Fatalf("%q became %q", word, got)
			}
			if got := basics.TextUntab(word + "."); got != word+"." {
				t.Fatalf("%q became %q", word, got)
			}
		})
	}},
	{"collector/borrowed-slice", func(t *testing.T) {
		collecting(500, func(i int) {
			tail := basics.SlicesTail(slices.Repeat([]int64{int64(i)}, i+1))
			if len(tail) != i || slices.IndexFunc(tail, func(v int64) bool { return v != int64(i) }) >= 0 {
				t.Fatalf("%d: %v", i, tail)
			}
			copied := basics.SlicesCow(slices.Repeat([]uint16{uint16(i)}, i+1))
			if len(copied) != i+1 || copied[i] != uint16(i) {
				t.Fatalf("%d: %v", i, copied)
			}
		})
	}},
	{"collector/written-slice", func(t *testing.T) {
		collecting(500, func(i int) {
			values := slices.Repeat([]int32{int32(i)}, i+1)
			basics.SlicesDouble(values)
			if values[0] != int32(2*i) || values[i] != int32(2*i) {
				t.Fatalf("%d: %v", i, values)
			}
		})
	}},
	{"collector/results", func(t *testing.T) {
		collecting(500, func(i int) {
			if got := basics.TextRepeat('r', uint(i)); got != strings.Repeat("r", i) {
				t.Fatalf("%d: %q", i, got)
			}
			_, err := basics.FailLong(uint(i))
			if err == nil || err.Error() != strings.Repeat("x", i) {
				t.Fatalf("%d: %v", i, err)
			}
		})
	}},
	{"collector/deep-stacks", func(t *testing.T) {
		atOnce(4, func(number int) {
			for depth := range 200 {
				if got := deep(depth*10, fmt.Sprint(number, depth)); got != strings.ToUpper(fmt.Sprint("x", number, depth)) {
					t.Errorf("%q", got)
				}
			}
		})
	}},
}

// deep calls from further and further down a goroutine's stack, so that the
// stack has to grow around the calls.
func deep(depth int, text string) string {
	var room [64]byte
	room[depth%64] = 'x'
	if depth == 0 {
		return basics.TextUpper("x" + text)
	}
	result := deep(depth-1, text)
	if room[depth%64] != 'x' {
		return "the stack was damaged"
	}
	return result
}
