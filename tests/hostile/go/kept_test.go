package hostile

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"rust/objects"
)

// Texts and bytes that are kept in Rust: what borrows from them has a lease.
var keptCases = []testCase{
	{"kept/text", func(t *testing.T) {
		kept := objects.NewRustText(" one two ")
		equal(t, kept.Len(), uint(9))
		equal(t, kept.String(), " one two ")
		first, second := objects.NewTokensText(kept), objects.NewTokensText(kept)
		word, _ := first.NextToken()
		equal(t, word, "one")
		equal(t, second.Text(), " one two ")
		end(t, first, second, kept)
	}},
	{"kept/bytes", func(t *testing.T) {
		haystack := []byte("banana")
		kept := objects.NewRustBytes(haystack)
		copy(haystack, "xxxxxx")
		m := objects.NewMatcherBytes(kept, "a")
		equal(t, slices.Collect(m.Positions()), []uint{1, 3, 5})
		equal(t, string(kept.Bytes()), "banana")
		equal(t, kept.Len(), uint(6))
	}},
	{"kept/closed-before-what-borrows", func(t *testing.T) {
		kept := objects.NewRustText(strings.Repeat("a ", 1000))
		tokens := objects.NewTokensText(kept)
		end(t, kept)
		word, _ := tokens.NextToken()
		equal(t, word, "a")
		closed(t, func() { objects.NewTokensText(kept) })
		closed(t, func() { kept.Len() })
		end(t, tokens)
	}},
	{"kept/forgotten", func(t *testing.T) {
		tokens := objects.NewTokensText(objects.NewRustText(strings.Repeat("b ", 1000)))
		for range 3 {
			runtime.GC()
		}
		word, _ := tokens.NextToken()
		equal(t, word, "b")
	}},
	{"kept/sequence", func(t *testing.T) {
		kept := objects.NewRustText("a bb ccc")
		words := objects.LongestText(kept, 2)
		end(t, kept)
		equal(t, slices.Collect(words), []string{"bb", "ccc"})
	}},
	{"kept/count", func(t *testing.T) {
		equal(t, objects.LongestCount("a bb ccc", 2), uint(2))
		kept := objects.NewRustText("a bb ccc")
		equal(t, objects.LongestCountText(kept, 1), uint(3))
		equal(t, objects.LongestCountText(kept, 4), uint(0))
		end(t, kept)
		closed(t, func() { objects.LongestCountText(kept, 1) })
	}},
	{"kept/empty", func(t *testing.T) {
		equal(t, objects.NewRustText("").Len(), uint(0))
		equal(t, objects.LongestCountText(objects.NewRustText(""), 0), uint(0))
		equal(t, len(objects.NewMatcherBytes(objects.NewRustBytes(nil), "x").Haystack()), 0)
	}},
	{"kept/not-text", func(t *testing.T) {
		missing(t, func() { objects.NewRustText("\xff") })
		missing(t, func() { objects.LongestCount("\xff", 1) })
	}},
}
