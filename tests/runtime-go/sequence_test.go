package support

import (
	"encoding/binary"
	"errors"
	"iter"
	"runtime"
	"slices"
	"testing"
)

// counting is a sequence of the numbers from 1 to last, on the wire.
func counting(token uint64, last uint64, inBlock bool) *source {
	at := uint64(0)
	s := &source{inBlock: inBlock}
	s.items = func(most uint32) []byte {
		count := min(uint64(most), last-at)
		batch := binary.LittleEndian.AppendUint32(nil, uint32(count))
		for range count {
			at++
			batch = binary.LittleEndian.AppendUint64(batch, at)
		}
		return batch
	}
	sequences[token] = s
	return s
}

func numbers(token uint64) iter.Seq[uint64] {
	return fbItems(token, "F", false, (*fbReader).u64)
}

func things(token uint64) iter.Seq[*thing] {
	return fbItems(token, "F", true, func(r *fbReader) *thing { return newThing(r.takeHandle()) })
}

func TestSequence(t *testing.T) {
	for _, inBlock := range []bool{true, false} {
		for _, last := range []uint64{0, 1, 30, 31} {
			counting(100, last, inBlock)
			want := uint64(0)
			for n := range numbers(100) {
				if want++; n != want {
					t.Fatal(n)
				}
			}
			if want != last {
				t.Error(want, last)
			}
		}
	}
}

func TestSequenceIsFetchedInGrowingBatches(t *testing.T) {
	s := counting(101, 2000, false)
	count := 0
	for range numbers(101) {
		count++
	}
	if count != 2000 {
		t.Error(count)
	}
	if want := []uint32{31, 124, 496, 512, 512, 512, 512}; !slices.Equal(s.asked, want) {
		t.Error(s.asked)
	}
}

func TestNumbersThatAreReadAtOnce(t *testing.T) {
	for _, inBlock := range []bool{true, false} {
		for _, last := range []uint64{0, 1, 31} {
			counting(112, last, inBlock)
			if got := slices.Collect(fbNumbers[uint64](112, "F")); !slices.Equal(got, slices.Collect(upTo(last))) {
				t.Error(got)
			}
		}
	}
	s := counting(112, 2000, false)
	if got := slices.Collect(fbNumbers[uint64](112, "F")); !slices.Equal(got, slices.Collect(upTo(2000))) {
		t.Error(got)
	}
	if want := []uint32{31, 124, 496, 512, 512, 512, 512}; !slices.Equal(s.asked, want) {
		t.Error(s.asked)
	}
	counting(112, 2000, false)
	closed.taken()
	for number := range fbNumbers[uint64](112, "F") {
		if number == 40 {
			break
		}
	}
	if got := closed.taken(); !slices.Equal(got, []uint64{112}) {
		t.Error(got)
	}
}

func TestNumbersThatAreMalformed(t *testing.T) {
	for name, bytes := range map[string][]byte{
		"too few":       {2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0},
		"too many":      {1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9},
		"far too many":  {255, 255, 255, 127, 1, 0, 0, 0, 0, 0, 0, 0},
		"more than 512": append([]byte{1, 2, 0, 0}, make([]byte, 513*8)...),
	} {
		t.Run(name, func(t *testing.T) {
			sequences[113] = &source{inBlock: len(bytes) < 128, items: func(uint32) []byte { return bytes }}
			closed.taken()
			if _, ok := panicOf(func() {
				for range fbNumbers[uint64](113, "F") {
				}
			}).(string); !ok {
				t.Error("no panic")
			}
			if got := closed.taken(); !slices.Equal(got, []uint64{113}) {
				t.Error(got)
			}
		})
	}
}

func upTo(last uint64) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for n := uint64(1); n <= last && yield(n); n++ {
		}
	}
}

func TestBatchesAreReleased(t *testing.T) {
	counting(102, 100, false)
	got := releasedBy(func() {
		for range numbers(102) {
		}
	})
	if len(got) != 3 {
		t.Error(got)
	}
	counting(102, 20, true)
	got = releasedBy(func() {
		for range numbers(102) {
		}
	})
	if got != nil {
		t.Error(got)
	}
	counting(102, 100, false)
	got = releasedBy(func() {
		for range numbers(102) {
			break
		}
	})
	if len(got) != 1 {
		t.Error(got)
	}
}

func TestLoopClosesTheSequence(t *testing.T) {
	for name, body := range map[string]func(int) bool{
		"to its end": func(int) bool { return true },
		"left":       func(i int) bool { return i < 3 },
		"panics":     func(int) bool { panic("enough") },
		"exits":      func(int) bool { runtime.Goexit(); return false },
	} {
		t.Run(name, func(t *testing.T) {
			counting(103, 50, false)
			closed.taken()
			done := make(chan any)
			go func() {
				defer func() { done <- recover() }()
				i := 0
				numbers(103)(func(uint64) bool { i++; return body(i) })
			}()
			if value := <-done; value != nil && value != "enough" {
				t.Error(value)
			}
			if got := closed.taken(); !slices.Equal(got, []uint64{103}) {
				t.Error(got)
			}
		})
	}
}

func TestItemsThatNobodyGotAreClosed(t *testing.T) {
	for name, body := range map[string]func(int) bool{
		"left": func(i int) bool { return i < 3 },
		"panics": func(i int) bool {
			if i == 3 {
				panic("enough")
			}
			return true
		},
	} {
		t.Run(name, func(t *testing.T) {
			counting(1000, 6, true)
			closed.taken()
			var got []*thing
			panicOf(func() {
				things(1000)(func(item *thing) bool {
					got = append(got, item)
					return body(len(got))
				})
			})
			if released := closed.taken(); !slices.Equal(released, []uint64{4, 5, 6, 1000}) {
				t.Error(released)
			}
			if len(got) != 3 || got[2].handle.token != 3 {
				t.Error(got)
			}
		})
	}
}

func TestSecondLoopPanics(t *testing.T) {
	counting(104, 3, true)
	seq := numbers(104)
	for range seq {
	}
	err, ok := panicOf(func() {
		for range seq {
		}
	}).(*HandleError)
	if !ok || !errors.Is(err, ErrClosed) || err.Func != "F" {
		t.Error(err)
	}
}

func TestLoopInsideOfTheSameLoopPanics(t *testing.T) {
	counting(105, 3, true)
	seq := numbers(105)
	count := 0
	for range seq {
		count++
		if err, ok := panicOf(func() {
			for range seq {
			}
		}).(*HandleError); !ok {
			t.Error(err)
		}
	}
	if count != 3 {
		t.Error(count)
	}
}

func TestSequenceWithoutALoopIsReleasedByTheCollector(t *testing.T) {
	counting(106, 3, true)
	if got := collected(func() { numbers(106) }); !slices.Equal(got, []uint64{106}) {
		t.Error(got)
	}
}

func TestSequenceThatIsPulled(t *testing.T) {
	counting(107, 3, true)
	closed.taken()
	next, stop := iter.Pull(numbers(107))
	if n, ok := next(); n != 1 || !ok {
		t.Error(n, ok)
	}
	stop()
	if got := closed.taken(); !slices.Equal(got, []uint64{107}) {
		t.Error(got)
	}
}

func TestPanicOfTheIterator(t *testing.T) {
	s := counting(108, 100, true)
	first := s.items
	s.items = func(most uint32) []byte {
		if most > 31 {
			return nil
		}
		return first(most)
	}
	s.failure = failureBlock(fbKindPanic, "here", "no more", false)
	closed.taken()
	count := 0
	p, ok := panicOf(func() {
		for range numbers(108) {
			count++
		}
	}).(*RustPanic)
	if !ok || p.Message != "no more" || count != 31 {
		t.Error(p, count)
	}
	if got := closed.taken(); !slices.Equal(got, []uint64{108}) {
		t.Error(got)
	}
}

func TestItemsThatMayBeErrors(t *testing.T) {
	sequences[109] = &source{inBlock: true, items: func(uint32) []byte {
		defer func() { sequences[109].items = func(uint32) []byte { return make([]byte, 4) } }()
		return []byte{2, 0, 0, 0, 0, 7, 1, 2, 0, 0, 0, 'n', 'o'}
	}}
	seq := fbPairs(109, "F", false, func(r *fbReader) (uint8, error) {
		if r.bool() {
			return 0, fbPlainError(r.text())
		}
		return r.u8(), nil
	})
	var values []uint8
	var errs []error
	for value, err := range seq {
		values, errs = append(values, value), append(errs, err)
	}
	if !slices.Equal(values, []uint8{7, 0}) || errs[0] != nil || errs[1].Error() != "no" {
		t.Error(values, errs)
	}
}

func TestItemThatDoesNotFit(t *testing.T) {
	sequences[110] = &source{inBlock: true, items: func(uint32) []byte {
		return []byte{2, 0, 0, 0, 1, 2}
	}}
	seq := fbItems(110, "F", true, func(r *fbReader) uint8 {
		value := r.u8()
		r.problem = "it is too large"
		r.fits("F")
		return value
	})
	if err, ok := panicOf(func() {
		for range seq {
		}
	}).(*ResultError); !ok || err.Func != "F" {
		t.Error(err)
	}
}

// What is behind bytes that mean nothing means nothing, and no handle is closed
// of it.
func TestMalformedItems(t *testing.T) {
	for name, bytes := range map[string][]byte{
		"too few":  {2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0},
		"too many": {1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9},
		"no count": {1, 0},
	} {
		t.Run(name, func(t *testing.T) {
			sequences[111] = &source{inBlock: true, items: func(uint32) []byte { return bytes }}
			closed.taken()
			if _, ok := panicOf(func() {
				for range things(111) {
				}
			}).(string); !ok {
				t.Error("no panic")
			}
			if got := closed.taken(); !slices.Equal(got, []uint64{111}) {
				t.Error(got)
			}
		})
	}
}
