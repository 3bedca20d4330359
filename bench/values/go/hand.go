package values

/*
#cgo CFLAGS: -I${SRCDIR}/../rust

#cgo noescape values_hand_quads
#cgo nocallback values_hand_quads
#cgo noescape values_hand_texts
#cgo nocallback values_hand_texts
#cgo noescape values_hand_contact
#cgo nocallback values_hand_contact
#cgo noescape values_hand_counts
#cgo nocallback values_hand_counts
#cgo noescape values_hand_event
#cgo nocallback values_hand_event
#cgo noescape values_hand_nested
#cgo nocallback values_hand_nested
#cgo noescape values_free
#cgo nocallback values_free

#include "fbbench_values.h"
*/
import "C"

import (
	"encoding/binary"
	"unsafe"
)

var le = binary.LittleEndian

// HandQuad goes by value.
func HandQuad(v Quad) Quad {
	r := C.values_hand_quad(C.values_quad{C.double(v.A), C.double(v.B), C.double(v.C), C.double(v.D)})
	return Quad{float64(r.a), float64(r.b), float64(r.c), float64(r.d)}
}

// HandQuads are seen where they lie: they are the same in C and in Go.
func HandQuads(v []Quad) []Quad {
	var out C.values_out
	C.values_hand_quads((*C.values_quad)(unsafe.Pointer(unsafe.SliceData(v))), C.size_t(len(v)), &out)
	check(&out)
	copied := append([]Quad(nil), unsafe.Slice((*Quad)(out.data), out.len)...)
	C.values_free(out.data, out.capacity, 8)
	return copied
}

// HandTexts packs the texts side by side, and makes all that come back of one.
func HandTexts(v []string) []string {
	size := 4 + 4*len(v)
	for _, text := range v {
		size += len(text)
	}
	b := make([]byte, 0, size)
	b = le.AppendUint32(b, uint32(len(v)))
	for _, text := range v {
		b = le.AppendUint32(b, uint32(len(text)))
	}
	for _, text := range v {
		b = append(b, text...)
	}
	var out C.values_out
	C.values_hand_texts((*C.uint8_t)(unsafe.SliceData(b)), C.size_t(len(b)), &out)
	data := returned(&out)
	texts := make([]string, le.Uint32(data))
	lengths := data[4 : 4+4*len(texts)]
	rest := string(data[4+4*len(texts):])
	for i := range texts {
		n := le.Uint32(lengths[4*i:])
		texts[i], rest = rest[:n], rest[n:]
	}
	C.values_free(out.data, out.capacity, 1)
	return texts
}

// HandContact packs the lengths, and then the texts.
func HandContact(v Contact) Contact {
	var space [256]byte
	b := space[:0]
	b = le.AppendUint32(b, uint32(len(v.Name)))
	b = le.AppendUint32(b, uint32(len(v.Street)))
	b = le.AppendUint32(b, uint32(len(v.City)))
	b = le.AppendUint32(b, uint32(len(v.Country)))
	b = le.AppendUint32(b, uint32(len(v.Email)))
	b = append(b, v.Name...)
	b = append(b, v.Street...)
	b = append(b, v.City...)
	b = append(b, v.Country...)
	b = append(b, v.Email...)
	var room C.values_room
	var out C.values_out
	C.values_hand_contact((*C.uint8_t)(unsafe.SliceData(b)), C.size_t(len(b)), &room, &out)
	data := returned(&out)
	rest := string(data[20:])
	next := func(i int) string {
		n := le.Uint32(data[4*i:])
		text := rest[:n]
		rest = rest[n:]
		return text
	}
	v = Contact{next(0), next(1), next(2), next(3), next(4)}
	free(&out)
	return v
}

// HandCounts packs the numbers, and then the keys.
func HandCounts(v map[string]uint64) map[string]uint64 {
	size := 4 + 12*len(v)
	for key := range v {
		size += len(key)
	}
	b := make([]byte, size)
	le.PutUint32(b, uint32(len(v)))
	numbers, lengths, keys := b[4:], b[4+8*len(v):], b[4+12*len(v):]
	for key, number := range v {
		le.PutUint64(numbers, number)
		le.PutUint32(lengths, uint32(len(key)))
		numbers, lengths, keys = numbers[8:], lengths[4:], keys[copy(keys, key):]
	}
	var out C.values_out
	C.values_hand_counts((*C.uint8_t)(unsafe.SliceData(b)), C.size_t(len(b)), &out)
	data := returned(&out)
	count := int(le.Uint32(data))
	counts := make(map[string]uint64, count)
	numbers, lengths = data[4:4+8*count], data[4+8*count:4+12*count]
	rest := string(data[4+12*count:])
	for i := range count {
		n := le.Uint32(lengths[4*i:])
		counts[rest[:n]] = le.Uint64(numbers[8*i:])
		rest = rest[n:]
	}
	C.values_free(out.data, out.capacity, 1)
	return counts
}

// HandEvent packs the kind, and what it has.
func HandEvent(v Event) Event {
	var space [256]byte
	b := space[:0]
	switch v := v.(type) {
	case Quit:
		b = le.AppendUint32(b, 0)
	case Key:
		b = le.AppendUint32(le.AppendUint32(b, 1), v.Code)
	case Resize:
		b = le.AppendUint32(le.AppendUint32(le.AppendUint32(b, 2), v.Width), v.Height)
	case Paste:
		b = append(le.AppendUint32(b, 3), v.Text...)
	default:
		panic("no event")
	}
	var room C.values_room
	var out C.values_out
	C.values_hand_event((*C.uint8_t)(unsafe.SliceData(b)), C.size_t(len(b)), &room, &out)
	data := returned(&out)
	switch le.Uint32(data) {
	case 0:
		v = Quit{}
	case 1:
		v = Key{le.Uint32(data[4:])}
	case 2:
		v = Resize{le.Uint32(data[4:]), le.Uint32(data[8:])}
	default:
		v = Paste{string(data[4:])}
	}
	free(&out)
	return v
}

// HandNested packs which of the choices it is, and what it has.
func HandNested(v *Nested) (Nested, bool) {
	var space [256]byte
	b := space[:0]
	switch {
	case v == nil:
		b = append(b, 0)
	case v.Err != nil:
		b = le.AppendUint32(append(b, 3), *v.Err)
	case v.Value != nil:
		b = append(append(b, 2), *v.Value...)
	default:
		b = append(b, 1)
	}
	var room C.values_room
	var out C.values_out
	C.values_hand_nested((*C.uint8_t)(unsafe.SliceData(b)), C.size_t(len(b)), &room, &out)
	data := returned(&out)
	var nested Nested
	switch data[0] {
	case 0:
		return nested, false
	case 2:
		text := string(data[1:])
		nested.Value = &text
	case 3:
		err := le.Uint32(data[1:])
		nested.Err = &err
	}
	free(&out)
	return nested, true
}

func returned(out *C.values_out) []byte {
	check(out)
	return unsafe.Slice((*byte)(out.data), out.len)
}

func check(out *C.values_out) {
	if out.data == nil {
		failed(out.len)
	}
}

func failed(why C.size_t) {
	if why == C.VALUES_MALFORMED {
		panic("the argument is malformed")
	}
	panic("rust panicked")
}

func free(out *C.values_out) {
	if out.capacity != 0 {
		C.values_free(out.data, out.capacity, 1)
	}
}
