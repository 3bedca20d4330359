package behaviour

import (
	"regexp"
	"strings"
	"sync/atomic"
	"testing"

	"rust/basics"
)

var location = regexp.MustCompile(`(^|/)src/misuse\.rs:[1-9][0-9]*:[1-9][0-9]*$`)

func located(t *testing.T, panicked *basics.RustPanic) {
	t.Helper()
	if !location.MatchString(panicked.Location) {
		t.Errorf("the location is %q", panicked.Location)
	}
}

var panicCases = []testCase{
	{"panics/message", func(t *testing.T) {
		panicked := panics(t, func() { basics.MisusePanicWith("ouch") })
		equal(t, panicked.Message, "ouch")
		equal(t, panicked.Error(), "rust panic at "+panicked.Location+": ouch")
	}},
	{"panics/location", func(t *testing.T) {
		located(t, panics(t, func() { basics.MisusePanicWith("where") }))
		located(t, panics(t, basics.MisusePanicFixed))
	}},
	{"panics/fixed-message", func(t *testing.T) {
		equal(t, panics(t, basics.MisusePanicFixed).Message, "always")
	}},
	{"panics/unusual-messages", func(t *testing.T) {
		for _, message := range []string{"", "ünïcödé 😀", "nul \x00 inside", "{} %s %d", "line\nbreak"} {
			panicked := panics(t, func() { basics.MisusePanicWith(message) })
			equal(t, panicked.Message, message)
			located(t, panicked)
		}
	}},
	{"panics/message-sizes", func(t *testing.T) {
		for _, size := range append([]int{100_000}, sizes...) {
			panicked := panics(t, func() { basics.MisusePanicLong(uint(size)) })
			equal(t, panicked.Message, strings.Repeat("y", size))
			located(t, panicked)
		}
	}},
	{"panics/no-text", func(t *testing.T) {
		panicked := panics(t, basics.MisusePanicOdd)
		if panicked.Message == "" {
			t.Error("there is no message")
		}
	}},
	{"panics/payload-that-panics", func(t *testing.T) {
		panics(t, basics.MisusePanicTwice)
		panics(t, basics.MisusePanicTwice)
		equal(t, panics(t, basics.MisusePanicFixed).Message, "always")
	}},
	{"panics/out-of-bounds", func(t *testing.T) {
		equal(t, basics.MisuseOutOfBounds([]uint32{1, 2}, 1), uint32(2))
		panicked := panics(t, func() { basics.MisuseOutOfBounds([]uint32{1, 2}, 2) })
		equal(t, panicked.Message, "index out of bounds: the len is 2 but the index is 2")
		located(t, panicked)
		panics(t, func() { basics.MisuseOutOfBounds(nil, 0) })
	}},
	{"panics/caught-by-the-crate", func(t *testing.T) { equal(t, basics.MisusePanicCaught(), true) }},
	{"panics/on-the-crates-own-thread", func(t *testing.T) { equal(t, basics.MisusePanicElsewhere(), true) }},
	{"panics/calls-go-on", func(t *testing.T) {
		for i := range int64(10) {
			panics(t, basics.MisusePanicFixed)
			equal(t, basics.Add(i, 1), i+1)
			equal(t, basics.TextUpper("go on"), "GO ON")
		}
	}},
	{"panics/a-thousand-in-a-row", func(t *testing.T) {
		for range 1000 {
			equal(t, panics(t, func() { basics.MisusePanicWith("again") }).Message, "again")
		}
	}},
	{"panics/no-growth", func(t *testing.T) {
		grows(t, 2000, 20_000, func() { panics(t, func() { basics.MisusePanicLong(20_000) }) })
	}},
	{"panics/on-another-thread", func(t *testing.T) {
		atOnce(1, func(int) {
			if message := caught(func() { basics.MisusePanicWith("there") }).(*basics.RustPanic).Message; message != "there" {
				t.Error(message)
			}
		})
		equal(t, basics.Add(1, 2), int64(3))
	}},
	{"panics/on-threads-at-once", func(t *testing.T) {
		var wrong atomic.Int64
		atOnce(8, func(number int) {
			message := strings.Repeat("abcdefgh"[number:number+1], 100*number+1)
			for range 200 {
				panicked, ok := caught(func() { basics.MisusePanicWith(message) }).(*basics.RustPanic)
				if !ok || panicked.Message != message || !location.MatchString(panicked.Location) {
					wrong.Add(1)
				}
			}
		})
		equal(t, wrong.Load(), int64(0))
	}},
	{"panics/one-is-not-another", func(t *testing.T) {
		// A function that returns no error: an argument that is refused, an index that is out of bounds.
		refused(t, "MisusePanicWith", "message", func() { basics.MisusePanicWith("\xff") })
		panics(t, func() { basics.MisusePanicWith("\uFFFD") })
	}},
}
