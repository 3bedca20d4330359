package support

import (
	"strconv"
	"unicode/utf8"
)

// fbDeclinedChar panics if the rune is no char of Rust's.
func fbDeclinedChar(function, param string, value rune) {
	if !utf8.ValidRune(value) {
		fbDeclined(function, param, "is 0x"+strconv.FormatUint(uint64(uint32(value)), 16)+", which is no char")
	}
}
