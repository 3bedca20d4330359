// Command go prints what calls take: a line each, with the name of the call, own
// or rust, and the nanoseconds.
package main

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"time"
	"unicode/utf8"

	"rust/calls"
)

var (
	hashed = []byte("What Go calls, and what C# calls, is the same: a Rust function..")
	text32 = []byte("Thirty-two bytes, and all UTF-8.")
	text16 = "Sixteen bytes..."
	sink   uint64
)

//go:noinline
func add(a, b int64) int64 { return a + b }

//go:noinline
func hash(bytes []byte) uint64 {
	hash := uint64(0)
	for ; len(bytes) >= 8; bytes = bytes[8:] {
		hash = (bits.RotateLeft64(hash, 5) ^ binary.LittleEndian.Uint64(bytes)) * 0x517cc1b727220a95
	}
	return hash
}

//go:noinline
func isText(bytes []byte) bool { return utf8.Valid(bytes) }

//go:noinline
func textLen(text string) uint64 { return uint64(len(text)) }

//go:noinline
func greet(name string) string { return "Hello, " + name }

type counter struct{ value uint64 }

//go:noinline
func (c *counter) get() uint64 { return c.value }

//go:noinline
func newCounter(value uint64) *counter { return &counter{value} }

func number(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

func main() {
	measure("add", "own", func(n int) {
		for i := range n {
			sink += uint64(add(int64(i), 2))
		}
	})
	measure("add", "rust", func(n int) {
		for i := range n {
			sink += uint64(calls.Add(int64(i), 2))
		}
	})
	measure("hash", "own", func(n int) {
		for range n {
			sink += hash(hashed)
		}
	})
	measure("hash", "rust", func(n int) {
		for range n {
			sink += calls.Hash(hashed)
		}
	})
	measure("is_text", "own", func(n int) {
		for range n {
			sink += number(isText(text32))
		}
	})
	measure("is_text", "rust", func(n int) {
		for range n {
			sink += number(calls.IsText(text32))
		}
	})
	measure("text_len", "own", func(n int) {
		for range n {
			sink += textLen(text16)
		}
	})
	measure("text_len", "rust", func(n int) {
		for range n {
			sink += calls.TextLen(text16)
		}
	})
	measure("greet", "own", func(n int) {
		for range n {
			sink += uint64(len(greet("everybody")))
		}
	})
	measure("greet", "rust", func(n int) {
		for range n {
			sink += uint64(len(calls.Greet("everybody")))
		}
	})

	own, rust := newCounter(1), calls.NewCounter(1)
	measure("method", "own", func(n int) {
		for range n {
			sink += own.get()
		}
	})
	measure("method", "rust", func(n int) {
		for range n {
			sink += rust.Value()
		}
	})
	rust.Close()
	measure("create", "own", func(n int) {
		for i := range n {
			sink += newCounter(uint64(i)).value
		}
	})
	measure("create", "rust", func(n int) {
		for i := range n {
			c := calls.NewCounter(uint64(i))
			c.Close()
		}
	})
}

// measure prints the least of several rounds, of 10 ms or more each.
func measure(name, who string, calls func(n int)) {
	n := 1000
	for {
		start := time.Now()
		calls(n)
		if time.Since(start) > 10*time.Millisecond {
			break
		}
		n *= 2
	}
	least := math.Inf(1)
	for range 15 {
		start := time.Now()
		calls(n)
		least = min(least, float64(time.Since(start).Nanoseconds())/float64(n))
	}
	fmt.Printf("%s %s %.3f\n", name, who, least)
}
