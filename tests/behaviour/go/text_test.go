package behaviour

import (
	"strings"
	"testing"

	"rust/basics"
)

// Each function that gives a text back as it is, whatever Rust's type for it.
var textEchoes = map[string]func(string) string{
	"Boxed": basics.TextBoxed, "Shared": basics.TextShared, "IntoString": basics.TextIntoString,
	"NamedInto": basics.TextNamedInto, "GenericRef": basics.TextGenericRef, "Untab": basics.TextUntab,
	"Trim":   basics.TextTrim,
	"Longer": func(text string) string { return basics.TextLonger(text, "") },
	"Join":   func(text string) string { return basics.TextJoin(text, "") },
	"EchoText": func(text string) string {
		result, ok := basics.OptionsEchoText(&text)
		if !ok {
			panic("missing")
		}
		return result
	},
}

// Each function that measures a text, whatever Rust's type for it.
var textLengths = map[string]func(string) uint{
	"ByteLen": basics.TextByteLen, "CowLen": basics.TextCowLen, "StringRef": basics.TextStringRef, "AsRefLen": basics.TextAsRefLen,
}

func everyText(t *testing.T, text string) {
	t.Helper()
	for name, echo := range textEchoes {
		if got := echo(text); got != text {
			t.Errorf("%s gives %v back for %v", name, clip(got), clip(text))
		}
	}
	for name, length := range textLengths {
		if got := length(text); got != uint(len(text)) {
			t.Errorf("%s gives %d for a text of %d bytes", name, got, len(text))
		}
	}
}

var textCases = []testCase{
	{"text/empty", func(t *testing.T) { everyText(t, "") }},
	{"text/one", func(t *testing.T) { everyText(t, "x") }},
	{"text/nul-inside", func(t *testing.T) {
		everyText(t, "\x00")
		everyText(t, "a\x00b\x00")
		everyText(t, strings.Repeat("\x00", 300)+"x")
	}},
	{"text/four-byte-characters", func(t *testing.T) {
		everyText(t, "😀")
		everyText(t, "a😀é€\U0010FFFF")
		everyText(t, strings.Repeat("😀", 64))
		everyText(t, strings.Repeat("😀", 65))
	}},
	{"text/sizes", func(t *testing.T) {
		for _, size := range sizes {
			everyText(t, strings.Repeat("z", size))
		}
	}},
	{"text/part-of-another", func(t *testing.T) {
		whole := strings.Repeat("<äbc😀>", 100)
		everyText(t, whole[11:19])
		everyText(t, whole[len(whole):])
	}},
	{"text/upper", func(t *testing.T) {
		equal(t, basics.TextUpper("straße ünï 😀"), "STRASSE ÜNÏ 😀")
		equal(t, basics.TextUpper(""), "")
	}},
	{"text/characters", func(t *testing.T) {
		equal(t, basics.TextCharCount("aé€😀"), uint(4))
		equal(t, basics.TextCharCount(""), uint(0))
	}},
	{"text/join", func(t *testing.T) {
		equal(t, basics.TextJoin("a", "b"), "ab")
		equal(t, basics.TextJoin("", ""), "")
		equal(t, basics.TextJoin(strings.Repeat("a", 200), strings.Repeat("b", 200)), strings.Repeat("a", 200)+strings.Repeat("b", 200))
	}},
	{"text/fixed", func(t *testing.T) { equal(t, basics.TextFixed(), "always") }},
	{"text/borrowed-part", func(t *testing.T) {
		equal(t, basics.TextTrim("  \u00a0x y\t\n"), "x y")
		equal(t, basics.TextTrim(" \t "), "")
	}},
	{"text/borrowed-of-two", func(t *testing.T) {
		equal(t, basics.TextLonger("long", "longer"), "longer")
		equal(t, basics.TextLonger("same", "size"), "same")
		equal(t, basics.TextLonger("", ""), "")
	}},
	{"text/cow", func(t *testing.T) {
		equal(t, basics.TextUntab("a b"), "a b")
		equal(t, basics.TextUntab("a\tb"), "a b")
		equal(t, basics.TextUntab(strings.Repeat("\t", 1000)), strings.Repeat(" ", 1000))
	}},
	{"text/repeat", func(t *testing.T) {
		for _, size := range sizes {
			equal(t, basics.TextRepeat('r', uint(size)), strings.Repeat("r", size))
		}
		equal(t, basics.TextRepeat('😀', 65), strings.Repeat("😀", 65))
	}},
	{"text/not-utf8", func(t *testing.T) {
		for _, text := range []string{
			"\xff", "\x80", "a\xc3", "\xc3(", "\xe2\x82", "\xf0\x9f\x98", "\xc0\x80", "\xf4\x90\x80\x80",
			strings.Repeat("x", 1000) + "\xff", "\xff" + strings.Repeat("x", 1000),
		} {
			refused(t, "TextByteLen", "text", func() { basics.TextByteLen(text) })
			refused(t, "TextUpper", "text", func() { basics.TextUpper(text) })
			refused(t, "TextCharCount", "text", func() { basics.TextCharCount(text) })
			refused(t, "TextAsRefLen", "text", func() { basics.TextAsRefLen(text) })
			refused(t, "OptionsEchoText", "text", func() { basics.OptionsEchoText(&text) })
		}
		equal(t, basics.TextUpper("a"), "A")
	}},
	{"text/not-utf8-names-the-parameter", func(t *testing.T) {
		refused(t, "TextJoin", "a", func() { basics.TextJoin("\xff", "b") })
		refused(t, "TextJoin", "b", func() { basics.TextJoin("a", "\xff") })
		value := caught(func() { basics.TextJoin("a", "four\xff") })
		equal(t, value.(*basics.ArgumentError).Message, "is not UTF-8 at byte 4")
		equal(t, value.(*basics.ArgumentError).Error(), "basics.TextJoin: argument b: is not UTF-8 at byte 4")
	}},
	{"text/surrogates", func(t *testing.T) {
		// As a WTF-8 encoder writes U+D800 and U+DFFF.
		refused(t, "TextByteLen", "text", func() { basics.TextByteLen("\xed\xa0\x80") })
		refused(t, "TextByteLen", "text", func() { basics.TextByteLen("a\xed\xbf\xbf") })
	}},
	{"text/null", func(t *testing.T) {
		var zero string // Go's has a null pointer, and is empty
		everyText(t, zero)
	}},
}
