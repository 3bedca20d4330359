// Package bench measures the bindings that Ferrobind generated against those
// written by hand, side by side: `go test -bench .`, or ../run.sh for the table.
package bench

import (
	"bytes"
	"strings"
	"testing"

	"ferrobind/bench/hand"
	"rust/fbbench"
)

// A pair is the same work done twice. Each side is a loop of its own, so that
// nothing stands between the loop and the call.
type pair struct {
	row             string
	generated, hand func(n int)
}

var (
	text16  = "sixteen bytes ok"
	text1K  = strings.Repeat("a kilobyte: 32 characters, 32 x ", 32)
	bytes1M = bytes.Repeat([]byte{7}, 1<<20)
	faulty  = "12x4"
)

// What the loops compute, kept where the compiler cannot drop it.
var (
	number uint64
	sum    int64
	text   string
	data   []byte
	err    error
)

var pairs = []pair{
	{"add", func(n int) {
		for range n {
			sum = fbbench.Add(sum, 3)
		}
	}, func(n int) {
		for range n {
			sum = hand.Add(sum, 3)
		}
	}},
	{"text-in-16", func(n int) {
		for range n {
			number = fbbench.TextLen(text16)
		}
	}, func(n int) {
		for range n {
			number = hand.TextLen(text16)
		}
	}},
	{"text-in-1K", func(n int) {
		for range n {
			number = fbbench.TextLen(text1K)
		}
	}, func(n int) {
		for range n {
			number = hand.TextLen(text1K)
		}
	}},
	{"text-out-16", func(n int) {
		for i := range n {
			text = fbbench.TextOut(uint32(i))
		}
	}, func(n int) {
		for i := range n {
			text = hand.TextOut(uint32(i))
		}
	}},
	{"bytes-in-1M", func(n int) {
		for range n {
			number = fbbench.BytesIn(bytes1M)
		}
	}, func(n int) {
		for range n {
			number = hand.BytesIn(bytes1M)
		}
	}},
	{"bytes-out-1M", func(n int) {
		for range n {
			data = fbbench.BytesOut(1 << 20)
		}
	}, func(n int) {
		for range n {
			data = hand.BytesOut(1 << 20)
		}
	}},
	{"err", func(n int) {
		for range n {
			_, err = fbbench.Parse(faulty)
		}
	}, func(n int) {
		for range n {
			_, err = hand.Parse(faulty)
		}
	}},
}

func BenchmarkPairs(b *testing.B) {
	for _, p := range pairs {
		b.Run(p.row, func(b *testing.B) { measure(b, p) })
	}
}

func TestBothSidesDoTheSame(t *testing.T) {
	same(t, fbbench.Add(1<<62, 1<<62), hand.Add(1<<62, 1<<62))
	for _, text := range []string{"", text16, text1K, "ä€𝄞"} {
		same(t, fbbench.TextLen(text), hand.TextLen(text))
	}
	for i := range uint32(5) {
		same(t, fbbench.TextOut(i), hand.TextOut(i))
	}
	for _, data := range [][]byte{nil, {7}, bytes1M} {
		same(t, fbbench.BytesIn(data), hand.BytesIn(data))
	}
	same(t, string(fbbench.BytesOut(0)), string(hand.BytesOut(0)))
	same(t, string(fbbench.BytesOut(1<<20)), string(hand.BytesOut(1<<20)))
	for _, text := range []string{"1234", faulty, "9223372036854775808"} {
		generated, generatedErr := fbbench.Parse(text)
		byHand, handErr := hand.Parse(text)
		same(t, generated, byHand)
		same(t, message(generatedErr), message(handErr))
	}
	same(t, panics(func() { fbbench.TextLen("\xff") }), panics(func() { hand.TextLen("\xff") }))
}

func same[T comparable](t *testing.T, generated, hand T) {
	t.Helper()
	if generated != hand {
		t.Errorf("generated: %v, by hand: %v", generated, hand)
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func panics(f func()) (panicked bool) {
	defer func() { panicked = recover() != nil }()
	f()
	return
}
