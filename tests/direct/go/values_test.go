package direct

import (
	"errors"
	"math"
	"strings"
	"testing"

	"rust/direct"
)

var valueCases = []testCase{
	{"values", values},
	{"refusals", refusals},
	{"allocations", allocations},
	{"from_init", func(t *testing.T) {
		equal(t, fromInit, 42)
		equal(t, hashInit, fnv([]byte("init")))
	}},
	{"from_main", func(t *testing.T) { equal(t, fromMain, 43) }},
}

func values(t *testing.T) {
	equal(t, direct.Add(math.MaxInt64, 1), math.MinInt64)
	equal(t, direct.Curve(-1.5, 2), 5.5)
	equal(t, direct.Middle(5, -1, 3), 3)
	equal(t, direct.Middle(math.MinInt32, 0, math.MaxInt32), 0)
	equal(t, direct.Invert(true), false)
	equal(t, direct.Invert(false), true)
	letter, ok := direct.NextLetter('z')
	equal(t, letter, 'a')
	equal(t, ok, true)
	_, ok = direct.NextLetter('Z')
	equal(t, ok, false)
	value, ok := direct.Quotient(math.MaxUint32, 2)
	equal(t, value, math.MaxUint32/2)
	equal(t, ok, true)
	_, ok = direct.Quotient(1, 0)
	equal(t, ok, false)
	equal(t, direct.CompareVersions("1.10.0", "1.9.9"), 1)
	equal(t, direct.CompareVersions("", ""), 0)
	equal(t, direct.Total([]int32{math.MaxInt32, 1}), math.MinInt32)
	equal(t, direct.HostileTailCall(21), 63)
	for n, want := range []uint64{30, 10 << 7, 2, math.MaxUint64 - 10, 10 << 56, 60, 11, math.MaxUint64, 0} {
		equal(t, direct.HostileJumpTable(uint32(n), 10), want)
	}
	// Of every length, around the limits of the direct calls and far beyond.
	bytes := []byte(strings.Repeat("0123456789abcdef", 100))
	for n := range bytes {
		equal(t, direct.Fnv(bytes[:n]), fnv(bytes[:n]))
		equal(t, direct.TextLen(string(bytes[:n])), uint(n))
		equal(t, direct.IsUTF8(bytes[:n]), true)
		bytes[n] = 0xff
		equal(t, direct.IsUTF8(bytes[:n+1]), false)
		bytes[n] = 'x'
	}
}

// What a direct call declines, the ordinary one explains.
func refusals(t *testing.T) {
	defer func() {
		err, _ := recover().(error)
		var argument *direct.ArgumentError
		if !errors.As(err, &argument) || argument.Param != "text" {
			t.Errorf("got %v", err)
		}
	}()
	direct.TextLen("no \xff text")
}

func allocations(t *testing.T) {
	equal(t, testing.AllocsPerRun(1000, func() {
		var onStack [64]byte
		if direct.Fnv(onStack[:]) == 0 || direct.Add(1, 2) != 3 || direct.TextLen("abc") != 3 {
			t.Fail()
		}
	}), 0)
}
