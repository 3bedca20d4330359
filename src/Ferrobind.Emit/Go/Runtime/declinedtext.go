package support

import (
	"strconv"
	"unicode/utf8"
)

// fbDeclinedText panics if the text is not UTF-8.
func fbDeclinedText(function, param, text string) {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r == utf8.RuneError && size == 1 {
			fbDeclined(function, param, "is not UTF-8 at byte "+strconv.Itoa(at))
		}
		at += size
	}
}
