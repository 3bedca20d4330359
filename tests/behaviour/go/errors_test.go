package behaviour

import (
	"errors"
	"strings"
	"testing"

	"rust/basics"
)

// failed checks that an error has the type E and says what it should.
func failed[E error](t *testing.T, err error, message string) {
	t.Helper()
	var typed E
	if !errors.As(err, &typed) {
		t.Errorf("the error is %v (%T), want a %T", err, err, typed)
		return
	}
	equal(t, err.Error(), message)
}

var errorCases = []testCase{
	{"errors/success", func(t *testing.T) {
		number, err := basics.ParseNumber("-9223372036854775808")
		equal(t, number, int64(-9223372036854775808))
		equal(t, err, nil)
		number, err = basics.ParseNumber("0")
		equal(t, number, int64(0))
		equal(t, err, nil)
		text, err := basics.FailText(false)
		equal(t, text, "fine")
		equal(t, err, nil)
	}},
	{"errors/typed", func(t *testing.T) {
		number, err := basics.ParseNumber("x")
		equal(t, number, int64(0))
		failed[*basics.ParseFailure](t, err, `"x" is no number`)
		var other *basics.TroubleError
		equal(t, errors.As(err, &other), false)
	}},
	{"errors/of-nothing", func(t *testing.T) {
		equal(t, basics.Validate("x"), nil)
		failed[*basics.TroubleError](t, basics.Validate(""), "it is empty")
	}},
	{"errors/of-an-option", func(t *testing.T) {
		number, ok, err := basics.CheckedDiv("7", 2)
		equal(t, []any{number, ok, err}, []any{uint32(3), true, nil})
		number, ok, err = basics.CheckedDiv("7", 0)
		equal(t, []any{number, ok, err}, []any{uint32(0), false, nil})
		number, ok, err = basics.CheckedDiv("7x", 1)
		equal(t, []any{number, ok}, []any{uint32(0), false})
		failed[*basics.ParseIntError](t, err, "invalid digit found in string")
	}},
	{"errors/text", func(t *testing.T) {
		text, err := basics.FailText(true)
		equal(t, text, "")
		failed[*basics.Error](t, err, "it failed: ünïcödé")
	}},
	{"errors/erased", func(t *testing.T) {
		number, err := basics.FailErased(false)
		equal(t, []any{number, err}, []any{uint8(1), nil})
		_, err = basics.FailErased(true)
		failed[*basics.Error](t, err, "erased")
	}},
	{"errors/alias", func(t *testing.T) {
		number, err := basics.Half(10)
		equal(t, []any{number, err}, []any{int32(5), nil})
		_, err = basics.Half(-7)
		failed[*basics.TroubleError](t, err, "-7 is odd")
	}},
	{"errors/message-sizes", func(t *testing.T) {
		for _, size := range append([]int{100_000}, sizes...) {
			data, err := basics.FailLong(uint(size))
			equal(t, len(data), 0)
			failed[*basics.Error](t, err, strings.Repeat("x", size))
		}
	}},
	{"errors/message-escapes", func(t *testing.T) {
		_, err := basics.ParseNumber("a\"\\\n\x00ü😀")
		failed[*basics.ParseFailure](t, err, `"a\"\\\n\0ü😀" is no number`)
	}},
	{"errors/without-throwing", func(t *testing.T) {
		// Go's one form is C#'s Try form: an error is a value, and the result beside it is zero.
		number, err := basics.Half(3)
		equal(t, number, int32(0))
		equal(t, err != nil, true)
		data, err := basics.FailLong(3)
		equal(t, data == nil, true)
		equal(t, err != nil, true)
	}},
	{"errors/invalid-argument", func(t *testing.T) {
		_, err := basics.ParseNumber("1\xff")
		failed[*basics.ArgumentError](t, err, "basics.ParseNumber: argument text: is not UTF-8 at byte 1")
		failed[*basics.ArgumentError](t, basics.Validate("\xff"), "basics.Validate: argument text: is not UTF-8 at byte 0")
		_, _, err = basics.CheckedDiv("\xff", 1)
		failed[*basics.ArgumentError](t, err, "basics.CheckedDiv: argument a: is not UTF-8 at byte 0")
	}},
	{"errors/a-message-that-panics", func(t *testing.T) {
		panicked := panics(t, func() { _, _ = basics.MisuseFailMute() })
		equal(t, panicked.Message, "no words")
		equal(t, basics.Add(1, 2), int64(3))
	}},
	{"errors/no-growth", func(t *testing.T) {
		grows(t, 2000, 20_000, func() {
			if _, err := basics.FailLong(20_000); err == nil {
				t.Error("no error")
			}
		})
	}},
}
