package support

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestJSONComesBack(t *testing.T) {
	for _, value := range []any{nil, true, "a\n\"<é>\"", 1, -1.5, []int{1, 2}, map[string]any{"a": nil}, json.RawMessage(`{"b": [1]}`)} {
		var w fbWriter
		b := fbAppendJSON(nil, &w, value)
		if w.problem != "" {
			t.Fatal(value, w.problem)
		}
		r := fbReader{data: b}
		got := r.json()
		r.end()
		want, _ := json.Marshal(value)
		if string(got) != string(want) {
			t.Errorf("%s came back as %s", want, got)
		}
	}
}

func TestWhatCannotBeJSONIsSaid(t *testing.T) {
	for _, value := range []any{make(chan int), func() {}, json.RawMessage("{"), map[bool]int{true: 1}} {
		var w fbWriter
		fbAppendJSON(nil, &w, value)
		if !strings.HasPrefix(w.problem, "cannot be JSON: json: ") {
			t.Errorf("%T: %q", value, w.problem)
		}
	}
}
