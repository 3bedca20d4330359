package support

import (
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// readHostile reads what may be no sample at all. It must be one, or else the
// panic must be the reader's own.
func readHostile(t testing.TB, data []byte) (isRead bool) {
	t.Helper()
	defer func() {
		switch p := recover().(type) {
		case nil:
		case string:
			if !strings.HasPrefix(p, "demo: what Rust returned is malformed: ") {
				t.Fatalf("% x: %s", data, p)
			}
		default:
			t.Fatalf("% x: %v", data, p)
		}
	}()
	r := fbReader{data: data}
	readSample(&r)
	r.end()
	return true
}

// cases is how many random inputs are tried.
func cases(t *testing.T, usual int) int {
	given := os.Getenv("FERROBIND_FUZZ_CASES")
	if given == "" {
		return usual
	}
	number, err := strconv.Atoi(given)
	if err != nil {
		t.Fatal(err)
	}
	return number
}

func nested(t testing.TB) []byte {
	v := aSample()
	v.Children = []sample{aSample()}
	return written(t, v)
}

func TestTruncatedAtEveryByte(t *testing.T) {
	whole := nested(t)
	if !readHostile(t, whole) {
		t.Fatal("the whole is refused")
	}
	for end := range whole {
		if readHostile(t, slices.Clone(whole[:end])) {
			t.Errorf("%d of %d bytes are accepted", end, len(whole))
		}
	}
	if readHostile(t, append(whole, 0)) {
		t.Error("a byte more is accepted")
	}
}

func TestRandomBytes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range cases(t, 5_000) {
		data := make([]byte, random.IntN(600))
		for i := range data {
			data[i] = byte(random.Uint32()) >> random.IntN(9)
		}
		readHostile(t, data)
	}
}

func TestChangedBytes(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	whole := nested(t)
	for range cases(t, 20_000) {
		data := slices.Clone(whole)
		for range 1 + random.IntN(3) {
			data[random.IntN(len(data))] = byte(random.Uint32())
		}
		readHostile(t, data)
	}
}

func TestCountsAreCheckedBeforeAllocating(t *testing.T) {
	for name, read := range map[string]func(r *fbReader){
		"text":    func(r *fbReader) { r.text() },
		"numbers": func(r *fbReader) { fbTakeList[float64](r) },
		"words":   func(r *fbReader) { fbTakeUints(r) },
		"nothing": func(r *fbReader) { r.count(0) },
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if panicOf(func() { read(&fbReader{data: []byte{255, 255, 255, 255, 0}}) }) == nil {
			t.Errorf("%s: accepted", name)
		}
		runtime.ReadMemStats(&after)
		if size := after.TotalAlloc - before.TotalAlloc; size > 1<<16 {
			t.Errorf("%s: %d bytes", name, size)
		}
	}
}

func TestInvalidValues(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		read func(r *fbReader)
	}{
		"bool":        {"\x02", func(r *fbReader) { r.bool() }},
		"bools":       {"\x01\x00\x00\x00\x02", func(r *fbReader) { fbTakeBools(r) }},
		"char":        {"\x00\xd8\x00\x00", func(r *fbReader) { r.char() }},
		"chars":       {"\x01\x00\x00\x00\x00\x00\x11\x00", func(r *fbReader) { fbTakeRunes(r) }},
		"text":        {"\x01\x00\x00\x00\xff", func(r *fbReader) { r.text() }},
		"address":     {"\x05\x00\x00\x00\x00", func(r *fbReader) { r.addr() }},
		"socket":      {"\x05\x00\x00\x00\x00\x00\x00", func(r *fbReader) { r.addrPort() }},
		"ordering":    {"\x02", func(r *fbReader) { r.ordering() }},
		"never":       {"", func(r *fbReader) { r.never() }},
		"nanoseconds": {"\x00\x00\x00\x00\x00\x00\x00\x00\x00\xca\x9a\x3b", func(r *fbReader) { r.duration() }},
		"second":      {"\x00\x00\x00\x00\x00\x00\x00\x00\x00\xca\x9a\x3b", func(r *fbReader) { r.systemTime() }},
	} {
		p, ok := panicOf(func() { c.read(&fbReader{data: []byte(c.data)}) }).(string)
		if !ok || !strings.HasPrefix(p, "demo: what Rust returned is malformed: ") {
			t.Errorf("%s: got %v", name, p)
		}
	}
}

func FuzzReader(f *testing.F) {
	f.Add(nested(f))
	f.Fuzz(func(t *testing.T, data []byte) { readHostile(t, data) })
}
