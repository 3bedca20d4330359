package behaviour

import (
	"strings"
	"testing"
	"unsafe"

	"rust/helloc"
)

// hello-c: a crate that speaks C.
var rawCases = []testCase{
	{"raw/text", func(*testing.T) {
		helloc.Hello("text from the behaviour tests: ünïcödé")
		helloc.Whisper("a low voice: " + helloc.LinkMode)
	}},
	{"raw/pointer", func(*testing.T) {
		helloc.UnsafeHello(unsafe.StringData("a pointer from the behaviour tests\x00"))
		helloc.UnsafeWhisper(unsafe.StringData("low pointer\x00"))
	}},
	{"raw/characters", func(t *testing.T) {
		equal(t, helloc.HelloCharacters("aé€😀"), int64(4))
		equal(t, helloc.HelloCharacters(""), int64(0))
		equal(t, helloc.UnsafeHelloCharacters(unsafe.StringData("aé€😀\x00rest\x00")), int64(4))
	}},
	{"raw/text-sizes", func(t *testing.T) {
		for _, size := range sizes {
			equal(t, helloc.HelloCharacters(strings.Repeat("z", size)), int64(size))
		}
	}},
	{"raw/nul-inside", func(t *testing.T) {
		for _, text := range []string{"\x00", "a\x00", "\x00a", strings.Repeat("x", 1000) + "\x00"} {
			argument, ok := caught(func() { helloc.HelloCharacters(text) }).(*helloc.ArgumentError)
			if !ok {
				t.Fatal("not refused")
			}
			equal(t, argument.Func, "HelloCharacters")
			equal(t, argument.Param, "string")
		}
	}},
	{"raw/not-utf8", func(t *testing.T) {
		// What C functions take has no encoding: this one looks for itself.
		equal(t, helloc.UnsafeHelloCharacters(unsafe.StringData("\xff\x00")), int64(-1))
	}},
	{"raw/numbers", func(t *testing.T) {
		equal(t, helloc.HelloAdd(2, 3), int32(5))
		equal(t, helloc.HelloAdd(1<<31-1, 1), int32(-1<<31))
	}},
	{"raw/returned-pointer", func(t *testing.T) {
		version := helloc.UnsafeHelloVersion()
		length := 0
		for *(*byte)(unsafe.Add(unsafe.Pointer(version), length)) != 0 {
			length++
		}
		equal(t, string(unsafe.Slice(version, length)), "0.1.0")
	}},
}
