package hostile

import (
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rust/objects"
)

// What borrows from a view: a copy of it is kept.
var viewCases = []testCase{
	{"view/text", func(t *testing.T) {
		tokens := objects.NewTokens(" one two ")
		first, ok := tokens.NextToken()
		equal(t, ok, true)
		equal(t, first, "one")
		second, _ := tokens.NextToken()
		equal(t, second, "two")
		_, ok = tokens.NextToken()
		equal(t, ok, false)
		equal(t, tokens.Text(), " one two ")
	}},
	{"view/memory-is-written-to-afterwards", func(t *testing.T) {
		haystack := []byte("banana")
		m := objects.NewMatcher(haystack, "a")
		copy(haystack, "xxxxxx")
		equal(t, slices.Collect(m.Positions()), []uint{1, 3, 5})
		equal(t, string(m.Haystack()), "banana")
	}},
	{"view/large", func(t *testing.T) {
		m := objects.NewMatcher(slices.Repeat([]byte("ab"), 500_000), "b")
		count := 0
		for range m.Positions() {
			count++
		}
		equal(t, count, 500_000)
	}},
	{"view/empty", func(t *testing.T) {
		tokens := objects.NewTokens("")
		_, ok := tokens.NextToken()
		equal(t, ok, false)
		equal(t, len(objects.NewMatcher(nil, "x").Haystack()), 0)
	}},
	{"view/child-outlives-it", func(t *testing.T) {
		tokens := objects.NewTokens("a b c")
		words := tokens.Words()
		end(t, tokens)
		equal(t, words.Joined(), "a+b+c")
		end(t, words)
	}},
	{"view/stored", func(t *testing.T) {
		words := objects.NewWords()
		for _, word := range []string{"a", "bb", strings.Repeat("c", 1000)} {
			words.Push(string([]byte(word)))
		}
		got, ok := words.Get(1)
		equal(t, ok, true)
		equal(t, got, "bb")
		equal(t, len(words.Joined()), 1005)
		_, ok = words.Get(3)
		equal(t, ok, false)
	}},
	{"view/stored-in-a-child", func(t *testing.T) {
		tokens := objects.NewTokens("a b")
		words := tokens.Words()
		words.Push("c")
		end(t, tokens)
		words.Push("d")
		equal(t, words.Joined(), "a+b+c+d")
	}},
	{"view/stored-often", func(t *testing.T) {
		words := objects.DefaultWords()
		for range 2000 {
			words.Push("w")
		}
		equal(t, len(words.Joined()), 3999)
	}},
	{"view/stored-inside-of-data", func(t *testing.T) {
		words := objects.NewWords()
		list := []string{string([]byte("a")), strings.Repeat("b", 1000), ""}
		words.Extend(list)
		clear(list)
		last := "z"
		words.PushPair(objects.Tuple2[string, *string]{Item1: "y", Item2: &last})
		words.PushPair(objects.Tuple2[string, *string]{Item1: "x"})
		runtime.GC()
		equal(t, words.Joined(), "a+"+strings.Repeat("b", 1000)+"++y+z+x")
		for i := range 1000 {
			words.Extend([]string{strconv.Itoa(i)})
		}
		got, _ := words.Get(1005)
		equal(t, got, "999")
		equal(t, caught(func() { words.Extend([]string{"\xff"}) }) != nil, true)
		end(t, words)
	}},
	{"view/kept-inside-of-data", func(t *testing.T) {
		list := []string{"a", strings.Repeat("b", 1000)}
		words := objects.WordsOf(list)
		clear(list)
		runtime.GC()
		items := words.Iter()
		end(t, words)
		equal(t, len(slices.Collect(items)[1]), 1000)
	}},
	{"view/sequence-outlives-it", func(t *testing.T) {
		words := objects.NewWords()
		words.Push("a")
		words.Push("b")
		items := words.Iter()
		end(t, words)
		equal(t, slices.Collect(items), []string{"a", "b"})
	}},
	{"view/sequence-of-a-function", func(t *testing.T) {
		equal(t, slices.Collect(objects.Longest("a bb ccc", 2)), []string{"bb", "ccc"})
	}},
	{"view/not-text", func(t *testing.T) {
		missing(t, func() { objects.NewTokens("\xff") })
		words := objects.NewWords()
		missing(t, func() { words.Push("\xff") })
		equal(t, words.Joined(), "")
	}},
	{"view/closed", func(t *testing.T) {
		words := objects.NewWords()
		end(t, words)
		closed(t, func() { words.Push("a") })
	}},
	{"view/change-in-the-loop", func(t *testing.T) {
		words := objects.NewWords()
		words.Push("a")
		for range words.Iter() {
			inUse(t, func() { words.Push("b") })
		}
		words.Push("b")
		equal(t, words.Joined(), "a+b")
	}},
}
