package support

import (
	"fmt"
	"strings"
	"unsafe"
)

// fbCString copies text and a NUL behind it into the buffer, or into memory of
// its own if it does not fit. It panics if there is a NUL in the text: C would
// take that for the end.
func fbCString(function, param, text string, buffer []byte) *byte {
	if at := strings.IndexByte(text, 0); at >= 0 {
		panic(&ArgumentError{Func: function, Param: param, Message: fmt.Sprintf("has a NUL at byte %d", at)})
	}
	if len(text) >= len(buffer) {
		buffer = make([]byte, len(text)+1)
	}
	buffer[copy(buffer, text)] = 0
	return unsafe.SliceData(buffer)
}
