package values

/*
#cgo noescape values_json_quad
#cgo nocallback values_json_quad
#cgo noescape values_json_quads
#cgo nocallback values_json_quads
#cgo noescape values_json_texts
#cgo nocallback values_json_texts
#cgo noescape values_json_contact
#cgo nocallback values_json_contact
#cgo noescape values_json_counts
#cgo nocallback values_json_counts
#cgo noescape values_json_event
#cgo nocallback values_json_event
#cgo noescape values_json_nested
#cgo nocallback values_json_nested

#include "fbbench_values.h"
*/
import "C"

import (
	"encoding/json"
	"unsafe"
)

// JSONQuad is a record of numbers.
func JSONQuad(v Quad) (r Quad) {
	data := marshal(v)
	var out C.values_out
	C.values_json_quad(bytes(data), C.size_t(len(data)), &out)
	unmarshal(&out, &r)
	return r
}

// JSONQuads are many of them.
func JSONQuads(v []Quad) (r []Quad) {
	data := marshal(v)
	var out C.values_out
	C.values_json_quads(bytes(data), C.size_t(len(data)), &out)
	unmarshal(&out, &r)
	return r
}

// JSONTexts are many texts.
func JSONTexts(v []string) (r []string) {
	data := marshal(v)
	var out C.values_out
	C.values_json_texts(bytes(data), C.size_t(len(data)), &out)
	unmarshal(&out, &r)
	return r
}

// JSONContact is a record of texts.
func JSONContact(v Contact) (r Contact) {
	data := marshal(v)
	var out C.values_out
	C.values_json_contact(bytes(data), C.size_t(len(data)), &out)
	unmarshal(&out, &r)
	return r
}

// JSONCounts is a map.
func JSONCounts(v map[string]uint64) (r map[string]uint64) {
	data := marshal(v)
	var out C.values_out
	C.values_json_counts(bytes(data), C.size_t(len(data)), &out)
	unmarshal(&out, &r)
	return r
}

// An event as serde has it, with its kind in a field.
type event struct {
	Type   string  `json:"type"`
	Code   *uint32 `json:"code,omitempty"`
	Width  *uint32 `json:"width,omitempty"`
	Height *uint32 `json:"height,omitempty"`
	Text   *string `json:"text,omitempty"`
}

// JSONEvent is one of several kinds.
func JSONEvent(v Event) Event {
	var e event
	switch v := v.(type) {
	case Quit:
		e.Type = "Quit"
	case Key:
		e = event{Type: "Key", Code: &v.Code}
	case Resize:
		e = event{Type: "Resize", Width: &v.Width, Height: &v.Height}
	case Paste:
		e = event{Type: "Paste", Text: &v.Text}
	}
	data := marshal(e)
	var out C.values_out
	C.values_json_event(bytes(data), C.size_t(len(data)), &out)
	var r event
	unmarshal(&out, &r)
	switch r.Type {
	case "Quit":
		return Quit{}
	case "Key":
		return Key{*r.Code}
	case "Resize":
		return Resize{*r.Width, *r.Height}
	}
	return Paste{*r.Text}
}

// JSONNested is choices inside of choices.
func JSONNested(v *Nested) (Nested, bool) {
	data := marshal(v)
	var out C.values_out
	C.values_json_nested(bytes(data), C.size_t(len(data)), &out)
	var r *Nested
	unmarshal(&out, &r)
	if r == nil {
		return Nested{}, false
	}
	return *r, true
}

func marshal(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return data
}

func unmarshal(out *C.values_out, v any) {
	if err := json.Unmarshal(returned(out), v); err != nil {
		panic(err)
	}
	free(out)
}

func bytes(data []byte) *C.uint8_t { return (*C.uint8_t)(unsafe.SliceData(data)) }
