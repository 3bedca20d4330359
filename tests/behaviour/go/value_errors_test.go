package behaviour

import (
	"errors"
	"strings"
	"testing"

	"rust/values"
)

// Errors that carry values, and results that are data.
var valueErrorCases = []testCase{
	{"values/errors-carry-values", func(t *testing.T) {
		text, err := values.FailuresRead(0)
		alike(t, []any{text, err}, []any{"fine", nil})
		for kind, want := range map[uint8]values.FailuresReadErrorKind{
			1:   values.FailuresReadErrorKindMissing{},
			2:   values.FailuresReadErrorKindTooLong{Length: 99},
			3:   values.FailuresReadErrorKindInvalid{Value: "xxx"},
			255: values.FailuresReadErrorKindInvalid{Value: strings.Repeat("x", 255)},
		} {
			_, err := values.FailuresRead(kind)
			var failure *values.ReadError
			alike(t, errors.As(err, &failure), true)
			alike(t, failure.Value, want)
			alike(t, err.Error(), want.String())
		}
		_, err = values.FailuresEnter(1)
		var denied *values.DeniedError
		alike(t, errors.As(err, &denied), true)
		alike(t, []any{denied.Value, denied.Error()}, []any{values.FailuresDeniedBusy, "busy"})
		door, err := values.FailuresEnter(7)
		alike(t, []any{door, err}, []any{uint8(7), nil})
	}},
	{"values/errors-that-are-records", func(t *testing.T) {
		alike(t, values.FailuresLoad(false), nil)
		err := values.FailuresLoad(true)
		var failure *values.LoadFailureError
		alike(t, errors.As(err, &failure), true)
		alike(t, failure.Value, values.FailuresLoadFailure{Line: 7, Reason: values.FailuresReadErrorKindInvalid{Value: "the header"}})
		alike(t, err.Error(), "line 7 cannot be loaded")
	}},
	{"values/error-sources", func(t *testing.T) {
		source := errors.Unwrap(values.FailuresLoad(true))
		alike(t, source.Error(), "the header is invalid")
		alike(t, errors.Unwrap(source), nil)
		_, err := values.FailuresRead(1)
		alike(t, errors.Unwrap(err), nil)
	}},
	{"values/errors-erased", func(t *testing.T) {
		number, err := values.FailuresErased(false)
		alike(t, []any{number, err}, []any{uint8(1), nil})
		_, err = values.FailuresErased(true)
		var erased *values.Error
		alike(t, errors.As(err, &erased), true)
		alike(t, err.Error(), "line 7 cannot be loaded")
		alike(t, errors.Unwrap(err).Error(), "the header is invalid")
		var typed *values.LoadFailureError
		alike(t, errors.As(err, &typed), false)
	}},
	{"values/errors-is", func(t *testing.T) {
		_, missing := values.FailuresRead(1)
		_, long := values.FailuresRead(2)
		alike(t, errors.Is(missing, values.FailuresReadErrorKindMissing{}), true)
		alike(t, errors.Is(long, values.FailuresReadErrorKindMissing{}), false)
		_, forbidden := values.FailuresEnter(0)
		alike(t, errors.Is(forbidden, values.FailuresDeniedForbidden), true)
		alike(t, errors.Is(forbidden, values.FailuresDeniedBusy), false)
		alike(t, errors.Is(forbidden, values.FailuresReadErrorKindMissing{}), false)
	}},
	{"values/try-forms", func(t *testing.T) {
		// Go's one form is C#'s Try form: an error is a value, and the result beside it is zero.
		text, err := values.FailuresRead(3)
		alike(t, []any{text, err != nil}, []any{"", true})
		door, err := values.FailuresEnter(0)
		alike(t, []any{door, err != nil}, []any{uint8(0), true})
		number, err := values.FailuresErased(true)
		alike(t, []any{number, err != nil}, []any{uint8(0), true})
	}},
	{"values/never-fails", func(t *testing.T) {
		number, err := values.StdTypesNeverFails(5)
		alike(t, []any{number, err}, []any{uint32(5), nil})
	}},
	{"values/results-as-data", func(t *testing.T) {
		alike(t, values.NestedEither(5), values.Result[int32, int32]{Value: 5})
		alike(t, values.NestedEither(-5), values.Result[int32, int32]{Err: pointer(int32(-5))})
		alike(t, values.NestedUnitError(false), values.Result[uint8, struct{}]{Value: 1})
		alike(t, values.NestedUnitError(true), values.Result[uint8, struct{}]{Err: &struct{}{}})
		results := []values.Result[uint32, string]{{Value: 1}, {Err: pointer("no")}, {Err: pointer("")}}
		alike(t, values.NestedEchoResults(results), results)
	}},
	{"values/results-in-options", func(t *testing.T) {
		_, ok := values.NestedEchoOptionResult(nil)
		alike(t, ok, false)
		for _, result := range []values.Result[[]byte, values.RecordsPerson]{{Value: []byte{1, 0, 255}}, {Err: pointer(ada())}} {
			got, ok := values.NestedEchoOptionResult(&result)
			alike(t, []any{got, ok}, []any{result, true})
		}
	}},
	{"values/errors-no-growth", func(t *testing.T) {
		grows(t, 20_000, 400, func() {
			if _, err := values.FailuresRead(255); err == nil {
				t.Error("no error")
			}
			if err := values.FailuresLoad(true); err == nil {
				t.Error("no error")
			}
		})
	}},
}
