package bench

import (
	"fmt"
	"reflect"
	"testing"

	"ferrobind/bench/values"
	"rust/fbbench"
)

// A valueRow is a row of data: the same value there and back, through the
// generated code, through what was written by hand, and as JSON.
type valueRow struct {
	row                   string
	generated, hand, json func(n int)
}

var (
	quad    = values.Quad{A: 1.5, B: -2.25, C: 3.125, D: 4e100}
	quads   []values.Quad
	texts   []string
	contact = values.Contact{
		Name: "Ada Lovelace", Street: "12 St James's Square", City: "London", Country: "United Kingdom", Email: "ada@example.org",
	}
	counts = map[string]uint64{}
	events = [4]values.Event{values.Quit{}, values.Key{Code: 27}, values.Resize{Width: 1280, Height: 800}, values.Paste{Text: "what was copied"}}
	said   = "a text that is all right"
	nested = &values.Nested{Value: &said}

	// The same in the generated types.
	quadF    = fbbench.ValuesQuad(quad)
	quadsF   []fbbench.ValuesQuad
	contactF = fbbench.ValuesContact(contact)
	eventsF  = [4]fbbench.ValuesEvent{
		fbbench.ValuesEventQuit{}, fbbench.ValuesEventKey{Code: 27}, fbbench.ValuesEventResize{Width: 1280, Height: 800},
		fbbench.ValuesEventPaste{Text: "what was copied"},
	}
	nestedF = &fbbench.Result[*string, uint32]{Value: &said}
)

func init() {
	for i := range 1000 {
		x := float64(i)
		quads = append(quads, values.Quad{A: x, B: x / 4, C: -x, D: x * x})
		quadsF = append(quadsF, fbbench.ValuesQuad(quads[i]))
		texts = append(texts, fmt.Sprintf("text number %d", i))
		counts[fmt.Sprintf("word-%d", i)] = uint64(i)
	}
}

// What the loops compute.
var (
	aQuad    values.Quad
	aQuadF   fbbench.ValuesQuad
	someQ    []values.Quad
	someQF   []fbbench.ValuesQuad
	someT    []string
	aContact values.Contact
	aCF      fbbench.ValuesContact
	someC    map[string]uint64
	anEvent  values.Event
	anEF     fbbench.ValuesEvent
	aNested  values.Nested
	aNF      fbbench.Result[*string, uint32]
)

var valueRows = []valueRow{
	{"quad", func(n int) {
		for range n {
			aQuadF = fbbench.ValuesEchoQuad(quadF)
		}
	}, func(n int) {
		for range n {
			aQuad = values.HandQuad(quad)
		}
	}, func(n int) {
		for range n {
			aQuad = values.JSONQuad(quad)
		}
	}},
	{"quads", func(n int) {
		for range n {
			someQF = fbbench.ValuesEchoQuads(quadsF)
		}
	}, func(n int) {
		for range n {
			someQ = values.HandQuads(quads)
		}
	}, func(n int) {
		for range n {
			someQ = values.JSONQuads(quads)
		}
	}},
	{"texts", func(n int) {
		for range n {
			someT = fbbench.ValuesEchoTexts(texts)
		}
	}, func(n int) {
		for range n {
			someT = values.HandTexts(texts)
		}
	}, func(n int) {
		for range n {
			someT = values.JSONTexts(texts)
		}
	}},
	{"contact", func(n int) {
		for range n {
			aCF = fbbench.ValuesEchoContact(contactF)
		}
	}, func(n int) {
		for range n {
			aContact = values.HandContact(contact)
		}
	}, func(n int) {
		for range n {
			aContact = values.JSONContact(contact)
		}
	}},
	{"counts", func(n int) {
		for range n {
			someC = fbbench.ValuesEchoCounts(counts)
		}
	}, func(n int) {
		for range n {
			someC = values.HandCounts(counts)
		}
	}, func(n int) {
		for range n {
			someC = values.JSONCounts(counts)
		}
	}},
	{"event", func(n int) {
		for i := range n {
			anEF = fbbench.ValuesEchoEvent(eventsF[i%4])
		}
	}, func(n int) {
		for i := range n {
			anEvent = values.HandEvent(events[i%4])
		}
	}, func(n int) {
		for i := range n {
			anEvent = values.JSONEvent(events[i%4])
		}
	}},
	{"nested", func(n int) {
		for range n {
			aNF, _ = fbbench.ValuesEchoNested(nestedF)
		}
	}, func(n int) {
		for range n {
			aNested, _ = values.HandNested(nested)
		}
	}, func(n int) {
		for range n {
			aNested, _ = values.JSONNested(nested)
		}
	}},
}

func BenchmarkValues(b *testing.B) {
	for _, r := range valueRows {
		b.Run(r.row, func(b *testing.B) { measure(b, pair{r.row, r.generated, r.hand}) })
		b.Run(r.row+"/json", func(b *testing.B) { measure(b, pair{r.row, r.json, r.generated}) })
	}
}

func TestAllThreeReturnWhatTheyGot(t *testing.T) {
	for _, r := range valueRows {
		r.generated(4)
		r.hand(4)
	}
	check := func() {
		t.Helper()
		equal(t, aQuad, quad)
		equal(t, someQ, quads)
		equal(t, someT, texts)
		equal(t, aContact, contact)
		equal(t, someC, counts)
		equal(t, anEvent, events[3])
		equal(t, aNested, *nested)
	}
	check()
	equal(t, aQuadF, quadF)
	equal(t, someQF, quadsF)
	equal(t, aCF, contactF)
	equal(t, anEF, eventsF[3])
	equal(t, aNF, *nestedF)
	for _, r := range valueRows {
		r.json(4)
	}
	check()
	equal(t, fbbench.ValuesEchoTexts(texts), texts)
	equal(t, fbbench.ValuesEchoCounts(counts), counts)
	for i, event := range events {
		equal(t, fbbench.ValuesEchoEvent(eventsF[i]), eventsF[i])
		equal(t, values.HandEvent(event), event)
		equal(t, values.JSONEvent(event), event)
	}
	same(t, panics(func() { fbbench.ValuesEchoTexts([]string{"\xff"}) }), panics(func() { values.HandTexts([]string{"\xff"}) }))
}

func equal(t *testing.T, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %.200v, want %.200v", fmt.Sprint(got), fmt.Sprint(want))
	}
}
