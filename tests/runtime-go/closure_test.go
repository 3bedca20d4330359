package support

import (
	"errors"
	"strings"
	"testing"
	"unsafe"
)

// rooms is the memory that was asked for.
var rooms [][]byte

func fbRoom(answer *fbAnswer, length uintptr) unsafe.Pointer {
	room := make([]byte, length)
	rooms = append(rooms, room)
	answer.data, answer.capacity = unsafe.Pointer(unsafe.SliceData(room)), length
	return answer.data
}

// ask calls a closure as Rust does, with room for a few bytes.
func ask(c *fbClosure, arguments string) (string, bool) {
	context := c.context()
	defer c.over()
	var space [8]byte
	answer := fbAnswer{data: unsafe.Pointer(&space), capacity: 8}
	ok := fbAnswerClosure(context, unsafe.Pointer(unsafe.StringData(arguments)), uintptr(len(arguments)), &answer)
	return string(unsafe.Slice((*byte)(answer.data), answer.length)), ok
}

func TestAClosureAnswers(t *testing.T) {
	echo := &fbClosure{run: func(arguments, out []byte) ([]byte, error) { return append(out, arguments...), nil }}
	for _, text := range []string{"", "small", "exactly8", "too large for the space"} {
		rooms = nil
		if got, ok := ask(echo, text); got != text || !ok {
			t.Errorf("got %q, %v, want %q", got, ok, text)
		}
		if want := len(text) > 8; len(rooms) > 0 != want {
			t.Errorf("%q took %d rooms", text, len(rooms))
		}
	}
}

func TestAClosureKeepsTheFirstFailure(t *testing.T) {
	first := errors.New("first")
	c := &fbClosure{run: func([]byte, []byte) ([]byte, error) { return nil, first }}
	if _, ok := ask(c, ""); ok {
		t.Error("it did not fail")
	}
	c.run = func([]byte, []byte) ([]byte, error) { panic("second") }
	if _, ok := ask(c, ""); ok {
		t.Error("it did not fail")
	}
	for _, kind := range []uint32{fbKindClosure, fbKindPanic} {
		if err := c.failed(unsafe.Pointer(&fbFailure{kind: kind})); err != first {
			t.Errorf("got %v", err)
		}
	}
}

func TestAPanicInAClosureIsTheSameAgain(t *testing.T) {
	value := &struct{ text string }{"value"}
	c := &fbClosure{run: func([]byte, []byte) ([]byte, error) { panic(value) }}
	ask(c, "")
	got := panicOf(func() { _ = c.failed(unsafe.Pointer(&fbFailure{kind: fbKindClosure})) })
	if got != any(value) {
		t.Errorf("panicked with %v", got)
	}
}

func TestOtherFailuresAreNotTheClosures(t *testing.T) {
	c := &fbClosure{run: func([]byte, []byte) ([]byte, error) { return nil, errors.New("ignored") }}
	if err := c.failed(unsafe.Pointer(&fbFailure{kind: fbKindClosure})); err != nil {
		t.Errorf("got %v of one that did not fail", err)
	}
	ask(c, "")
	for _, kind := range []uint32{fbKindError, fbKindArgument} {
		if err := c.failed(unsafe.Pointer(&fbFailure{kind: kind})); err != nil {
			t.Errorf("got %v", err)
		}
	}
}

func TestAMessageIsThatOfTheGeneralErrorAlone(t *testing.T) {
	if message, ok := fbErrorMessage(errors.Join(&Error{Message: "no"})); message != "no" || !ok {
		t.Errorf("got %q, %v", message, ok)
	}
	if message, ok := fbErrorMessage(errors.New(strings.Repeat("x", 3))); message != "" || ok {
		t.Errorf("got %q, %v", message, ok)
	}
}
