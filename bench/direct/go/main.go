// Command direct prints what calls without cgo cost, a line a row: what is called, ns of the direct call, of the same
// through cgo by hand, and of a Go function that is not inlined, where there is one that does the same.
package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"time"

	"ferrobind/bench/direct/hand"
	"rust/direct"
)

//go:noinline
func add(a, b int64) int64 { return a + b }

var (
	sum     int64
	hash    uint64
	isUTF8  bool
	order   int8
	bytes64 = make([]byte, 64)
	utf8    = []byte("thirty-two bytes of English text")
	a, b    = "1.10.0", "1.10.12"
)

type row struct {
	name           string
	direct, hand   func(n int)
	notInlinedInGo func(n int)
}

var rows = []row{
	{"add", func(n int) {
		for range n {
			sum = direct.Add(sum, 3)
		}
	}, func(n int) {
		for range n {
			sum = hand.Add(sum, 3)
		}
	}, func(n int) {
		for range n {
			sum = add(sum, 3)
		}
	}},
	{"hash", func(n int) {
		for range n {
			hash = direct.Hash(bytes64)
		}
	}, func(n int) {
		for range n {
			hash = hand.Hash(bytes64)
		}
	}, nil},
	{"is_utf8", func(n int) {
		for range n {
			isUTF8 = direct.IsUTF8(utf8)
		}
	}, func(n int) {
		for range n {
			isUTF8 = hand.IsUTF8(utf8)
		}
	}, nil},
	{"compare_parsed", func(n int) {
		for range n {
			order = direct.CompareParsed(1, 10, 0, 1, 10, 12)
		}
	}, func(n int) {
		for range n {
			order = hand.CompareParsed(1, 10, 0, 1, 10, 12)
		}
	}, nil},
	{"compare_versions", func(n int) {
		for range n {
			order = direct.CompareVersions(a, b)
		}
	}, func(n int) {
		for range n {
			order = hand.CompareVersions(a, b)
		}
	}, nil},
}

func main() {
	rounds := 200
	if len(os.Args) > 1 {
		rounds, _ = strconv.Atoi(os.Args[1])
	}
	if direct.LinkMode != "direct" {
		fmt.Fprintln(os.Stderr, "these are not direct calls, but", direct.LinkMode)
		os.Exit(1)
	}
	for _, r := range rows {
		sides := []func(n int){r.direct, r.hand}
		if r.notInlinedInGo != nil {
			sides = append(sides, r.notInlinedInGo)
		}
		var ns [3][]float64
		for range rounds {
			// In turns: whatever else the machine does, it does it to all.
			for i, side := range sides {
				ns[i] = append(ns[i], clock(side))
			}
		}
		fmt.Printf("%s %.2f %.2f %.2f\n", r.name, median(ns[0]), median(ns[1]), median(ns[2]))
	}
}

func clock(side func(n int)) float64 {
	const calls = 20000
	start := time.Now()
	side(calls)
	return float64(time.Since(start)) / calls
}

// median is 0 of nothing.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[len(values)/2]
}
