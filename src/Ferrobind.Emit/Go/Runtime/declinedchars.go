package support

import (
	"strconv"
	"unicode/utf8"
)

// fbDeclinedChars panics if one of the runes is no char of Rust's.
func fbDeclinedChars(function, param string, values []rune) {
	for i, value := range values {
		if !utf8.ValidRune(value) {
			fbDeclined(function, param, "has no valid char at index "+strconv.Itoa(i))
		}
	}
}
