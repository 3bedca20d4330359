package support

import "testing"

// What is declined without cgo is explained in the words that Rust has for it.
func TestDeclined(t *testing.T) {
	message := func(check func()) (message string) {
		defer func() {
			if err, ok := recover().(*ArgumentError); ok {
				message = err.Param + " " + err.Message
			}
		}()
		check()
		return ""
	}
	for _, c := range []struct {
		want string
		got  string
	}{
		{"", message(func() { fbDeclinedText("F", "a", "grün \ufffd") })},
		{"a is not UTF-8 at byte 5", message(func() { fbDeclinedText("F", "a", "grün\xff") })},
		{"a is not UTF-8 at byte 0", message(func() { fbDeclinedText("F", "a", "\xed\xa0\x80") })},
		{"", message(func() { fbDeclinedChar("F", "a", '\U0010ffff') })},
		{"a is 0xd800, which is no char", message(func() { fbDeclinedChar("F", "a", 0xd800) })},
		{"a is 0xffffffff, which is no char", message(func() { fbDeclinedChar("F", "a", -1) })},
		{"a has no valid char at index 1", message(func() { fbDeclinedChars("F", "a", []rune{'x', 0x110000}) })},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
