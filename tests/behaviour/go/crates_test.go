package behaviour

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"rust/basics"
	"rust/crc32fast"
	"rust/helloc"
	"rust/hex"
	"rust/memchr"
	"rust/percentencoding"
	"rust/second"
	"rust/shellwords"
	"rust/strsim"
	"rust/urlencoding"
)

// Crates of a registry, unmodified, and several libraries in one program.
var crateCases = []testCase{
	{"crates/strsim", func(t *testing.T) {
		equal(t, strsim.Levenshtein("kitten", "sitting"), uint(3))
		equal(t, strsim.OsaDistance("ab", "bca"), uint(3))
		equal(t, strsim.DamerauLevenshtein("ab", "bca"), uint(2))
		equal(t, strsim.NormalizedLevenshtein("", ""), 1.0)
		equal(t, fmt.Sprintf("%.3f", strsim.JaroWinkler("cheeseburger", "cheese fries")), "0.867")
		equal(t, fmt.Sprintf("%.3f", strsim.SorensenDice("french", "quebec")), "0.000")
		equal(t, strsim.Levenshtein("öঙ香", "abc"), uint(3))
	}},
	{"crates/strsim-error", func(t *testing.T) {
		distance, err := strsim.Hamming("hamming", "hammers")
		equal(t, []any{distance, err}, []any{uint(3), nil})
		_, err = strsim.Hamming("ham", "hamming")
		failed[*strsim.StrSimError](t, err, "Differing length arguments provided")
		_, err = strsim.Hamming("\xff", "")
		failed[*strsim.ArgumentError](t, err, "strsim.Hamming: argument a: is not UTF-8 at byte 0")
	}},
	{"crates/hex", func(t *testing.T) {
		equal(t, hex.Encode([]byte("kiwi\xff")), "6b697769ff")
		equal(t, hex.EncodeUpper([]byte("kiwi\xff")), "6B697769FF")
		equal(t, hex.Encode(nil), "")
		data, err := hex.Decode([]byte("6B697769"))
		equal(t, []any{string(data), err}, []any{"kiwi", nil})
		equal(t, len(hex.Encode(make([]byte, 100_000))), 200_000)
	}},
	{"crates/hex-error", func(t *testing.T) {
		_, err := hex.Decode([]byte("123"))
		failed[*hex.FromHexError](t, err, "Odd number of digits")
		_, err = hex.Decode([]byte("foo!"))
		failed[*hex.FromHexError](t, err, "Invalid character 'o' at position 1")
	}},
	{"crates/hex-in-place", func(t *testing.T) {
		var out [4]byte
		equal(t, hex.DecodeToSlice([]byte("6b697769"), out[:]), nil)
		equal(t, string(out[:]), "kiwi")
		failed[*hex.FromHexError](t, hex.DecodeToSlice([]byte("6b"), out[:]), "Invalid string length")
		var text [8]byte
		equal(t, hex.EncodeToSlice([]byte("kiwi"), text[:]), nil)
		equal(t, string(text[:]), "6b697769")
		failed[*hex.ArgumentError](t, hex.EncodeToSlice(text[:4], text[:]), "hex.EncodeToSlice: argument output: is written to, and shares memory with input")
	}},
	{"crates/percent-encoding", func(t *testing.T) {
		equal(t, percentencoding.PercentEncodeByte(' '), "%20")
		equal(t, percentencoding.PercentEncodeByte(255), "%FF")
	}},
	{"crates/memchr", func(t *testing.T) {
		some[uint](t, 4)(memchr.Memchr('o', []byte("hello, foo")))
		some[uint](t, 9)(memchr.Memrchr('o', []byte("hello, foo")))
		some[uint](t, 2)(memchr.Memchr2('l', 'o', []byte("hello")))
		none[uint](t)(memchr.Memchr3('x', 'y', 'z', []byte("hello")))
		some[uint](t, 7)(memchr.MemmemFind([]byte("hello, foo"), []byte("foo")))
		none[uint](t)(memchr.MemmemRfind([]byte("hello"), []byte("foo")))
		equal(t, memchr.ArchAllIsPrefix([]byte("hello"), []byte("he")), true)
		none[uint](t)(memchr.Memchr(0, nil))
	}},
	{"crates/urlencoding", func(t *testing.T) {
		equal(t, urlencoding.Encode("a b&ü"), "a%20b%26%C3%BC")
		equal(t, urlencoding.Encode("plain"), "plain")
		text, err := urlencoding.Decode("a%20b%26%C3%BC")
		equal(t, []any{text, err}, []any{"a b&ü", nil})
		equal(t, urlencoding.DecodeBinary([]byte("%ff%00x")), []byte{0xFF, 0, 'x'})
		equal(t, urlencoding.EncodeBinary([]byte{0xFF, 'x'}), "%FFx")
	}},
	{"crates/urlencoding-error", func(t *testing.T) {
		_, err := urlencoding.Decode("%ff")
		failed[*urlencoding.FromUTF8Error](t, err, "invalid utf-8 sequence of 1 bytes from index 0")
	}},
	{"crates/crc32fast", func(t *testing.T) {
		equal(t, crc32fast.Hash([]byte("123456789")), uint32(0xCBF43926))
		equal(t, crc32fast.Hash(nil), uint32(0))
	}},
	{"crates/shell-words", func(t *testing.T) {
		equal(t, shellwords.Quote("plain"), "plain")
		equal(t, shellwords.Quote("it's here"), `'it'\''s here'`)
		equal(t, shellwords.Quote(""), "''")
	}},
	{"crates/one-link-mode", func(t *testing.T) {
		for _, mode := range []string{
			crc32fast.LinkMode, helloc.LinkMode, hex.LinkMode, memchr.LinkMode, percentencoding.LinkMode,
			second.LinkMode, shellwords.LinkMode, strsim.LinkMode, urlencoding.LinkMode,
		} {
			equal(t, mode, basics.LinkMode)
		}
	}},
	{"crates/same-names", func(t *testing.T) {
		equal(t, basics.Add(1, 2), int64(3))
		equal(t, second.Add(1, 2), int64(4))
	}},
	{"crates/own-statics", func(t *testing.T) {
		first := second.Count()
		equal(t, second.Count(), first+1)
	}},
	{"crates/panics-alternately", func(t *testing.T) {
		for range 100 {
			equal(t, panics(t, func() { basics.MisusePanicWith("first") }).Message, "first")
			panicked, ok := caught(func() { second.MisusePanicWith("x") }).(*second.RustPanic)
			if !ok {
				t.Fatal("second does not panic with its own type")
			}
			equal(t, panicked.Message, "second: x")
			if !strings.Contains(panicked.Location, "src/lib.rs:") {
				t.Error(panicked.Location)
			}
		}
	}},
	{"crates/panics-at-once", func(t *testing.T) {
		var wrong atomic.Int64
		atOnce(8, func(number int) {
			for range 200 {
				if number%2 == 0 {
					if p, ok := caught(func() { basics.MisusePanicWith("even") }).(*basics.RustPanic); !ok || p.Message != "even" {
						wrong.Add(1)
					}
				} else if p, ok := caught(func() { second.MisusePanicWith("odd") }).(*second.RustPanic); !ok || p.Message != "second: odd" {
					wrong.Add(1)
				}
			}
		})
		equal(t, wrong.Load(), int64(0))
	}},
}
