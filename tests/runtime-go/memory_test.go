package support

import (
	"slices"
	"strings"
	"testing"
	"unsafe"
)

func TestText(t *testing.T) {
	memory := []byte("hello")
	at := unsafe.Pointer(&memory[0])
	var text string
	if got := releasedBy(func() { text = fbText(at, 4, 0) }); got != nil {
		t.Error(got)
	}
	memory[0] = 'j'
	if text != "hell" {
		t.Error(text)
	}
	if got := releasedBy(func() { text = fbText(at, 5, 16) }); len(got) != 1 || got[0] != (released{at, 16, 1}) || text != "jello" {
		t.Error(got, text)
	}
	if got := releasedBy(func() { text = fbText(nil, 0, 0) }); got != nil || text != "" {
		t.Error(got, text)
	}
}

func TestSlice(t *testing.T) {
	memory := []uint32{1, 2, 3}
	at := unsafe.Pointer(&memory[0])
	var slice []uint32
	if got := releasedBy(func() { slice = fbSlice[uint32](at, 3, 64) }); len(got) != 1 || got[0] != (released{at, 64, 4}) {
		t.Error(got)
	}
	memory[0] = 9
	if !slices.Equal(slice, []uint32{1, 2, 3}) {
		t.Error(slice)
	}
	if slice = fbSlice[uint32](nil, 0, 0); slice != nil {
		t.Error(slice)
	}
	// A vector without elements may have a capacity.
	if got := releasedBy(func() { slice = fbSlice[uint32](at, 0, 64) }); len(got) != 1 || slice != nil {
		t.Error(got, slice)
	}
}

func TestValue(t *testing.T) {
	if text := "x"; fbValue(&text) != "x" || fbValue[string](nil) != "" {
		t.Error("wrong value")
	}
}

func TestCString(t *testing.T) {
	for _, length := range []int{0, 1, 6, 7, 8, 9, 1000} {
		var buffer [8]byte
		for i := range buffer {
			buffer[i] = 'z'
		}
		text := strings.Repeat("a", length)
		c := fbCString("F", "p", text, buffer[:])
		if got := string(unsafe.Slice(c, length+1)); got != text+"\x00" {
			t.Errorf("%d: %q", length, got)
		}
		if isHere := c == &buffer[0]; isHere != (length < len(buffer)) {
			t.Errorf("%d: in the buffer: %v", length, isHere)
		}
	}
}

func TestCStringRefusesNUL(t *testing.T) {
	value := panicOf(func() { fbCString("F", "p", "a\x00b", make([]byte, 8)) })
	if e, ok := value.(*ArgumentError); !ok || *e != (ArgumentError{"F", "p", "has a NUL at byte 1"}) {
		t.Error(value)
	}
}
