package behaviour

import (
	"fmt"
	"math"
	"strings"
	"sync/atomic"
	"testing"

	"rust/basics"
)

var callCases = []testCase{
	{"calls/add", func(t *testing.T) {
		equal(t, basics.Add(2, 3), int64(5))
		equal(t, basics.Add(math.MaxInt64, 1), int64(math.MinInt64))
	}},
	{"calls/nothing", func(*testing.T) { basics.Nothing() }},
	{"calls/renamed", func(t *testing.T) { equal(t, basics.Renamed(7), uint32(7)) }},
	{"calls/deprecated", func(t *testing.T) { equal(t, basics.Plus(2, 3), int64(5)) }},
	{"calls/link-mode", func(t *testing.T) {
		if basics.LinkMode != "dynamic" && basics.LinkMode != "static" {
			t.Error(basics.LinkMode)
		}
		fmt.Println("link mode: " + basics.LinkMode)
	}},
	{"calls/at-once", func(t *testing.T) {
		var wrong atomic.Int64
		atOnce(8, func(number int) {
			for i := range 1000 {
				text := strings.Repeat("x", i%300)
				_, err := basics.Half(int32(2*i + 1))
				_, found := basics.OptionsAfter(text, "y")
				if basics.Add(int64(number), int64(i)) != int64(number+i) ||
					basics.TextUpper(text) != strings.Repeat("X", i%300) ||
					len(basics.SlicesCountUp(uint(i))) != i ||
					err == nil || err.Error() != fmt.Sprintf("%d is odd", 2*i+1) || found {
					wrong.Add(1)
				}
			}
		})
		equal(t, wrong.Load(), int64(0))
	}},
	{"calls/no-growth", func(t *testing.T) {
		text := strings.Repeat("t", 20_000)
		grows(t, 2000, 20_000, func() {
			basics.TextUpper(text)
			basics.OptionsEchoText(&text)
			basics.SlicesCountUp(20_000)
		})
	}},
}
