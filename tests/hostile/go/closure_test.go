package hostile

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rust/objects"
)

var errMine = errors.New("mine")

// shelf has three volumes.
func shelf() *objects.Shelf {
	s := objects.NewShelf()
	s.Add("one and two", 10)
	s.Add("three", 30)
	s.Add("four five", 20)
	return s
}

// Closures that Rust calls: in their right use.
var closureCases = []testCase{
	{"closure/fn", func(t *testing.T) {
		equal(t, objects.Apply(func(value int64) int64 { return 2 * value }, -21), int64(-42))
	}},
	{"closure/called-often", func(t *testing.T) {
		equal(t, objects.SumOf(1000, func(i uint32) uint32 { return i }), uint32(499500))
	}},
	{"closure/nothing-in-nothing-out", func(t *testing.T) {
		count := 0
		objects.Times(7, func() { count++ })
		equal(t, count, 7)
	}},
	{"closure/never-called", func(t *testing.T) {
		objects.Times(0, func() { panic("called") })
	}},
	{"closure/once", func(t *testing.T) {
		equal(t, objects.Once(func(text string) string { return text + " only" }), "once only")
	}},
	{"closure/by-reference", func(t *testing.T) {
		equal(t, objects.ByReference(func(value float64, isMinus bool) float64 {
			if isMinus {
				return -value
			}
			return 2 * value
		}), 1.5)
	}},
	{"closure/by-mutable-reference", func(t *testing.T) {
		var all []rune
		objects.ByMutableReference(func(c rune) { all = append(all, c) })
		equal(t, string(all), "aß語")
	}},
	{"closure/boxed", func(t *testing.T) {
		equal(t, objects.Boxed(func(bytes []byte) []byte { return append(bytes, 0, 255) }), []byte("bytes\x00\xff"))
	}},
	{"closure/text", func(t *testing.T) {
		equal(t, objects.MapWords("a ß c", strings.ToUpper), []string{"A", strings.ToUpper("ß"), "C"})
	}},
	{"closure/large-answer", func(t *testing.T) {
		got := objects.ReplaceAll("a b", func(word string, at uint) string { return strings.Repeat(word, 1_000_000) })
		equal(t, got == strings.Repeat("a", 1_000_000)+strings.Repeat("b", 1_000_000), true)
	}},
	{"closure/large-argument", func(t *testing.T) {
		word := strings.Repeat("x", 1_000_000)
		equal(t, objects.ReplaceAll(word, func(got string, _ uint) string { return fmt.Sprint(got == word) }), "true")
	}},
	{"closure/predicate", func(t *testing.T) {
		value, ok := objects.Find([]int64{1, 2, 3}, func(value int64) bool { return value > 1 })
		equal(t, []any{value, ok}, []any{int64(2), true})
		_, ok = objects.Find([]int64{1, 2, 3}, func(int64) bool { return false })
		equal(t, ok, false)
	}},
	{"closure/ordering", func(t *testing.T) {
		equal(t, objects.SortBy([]int64{2, 3, 1}, func(a, b int64) int { return int(b - a) }), []int64{3, 2, 1})
	}},
	{"closure/option-out", func(t *testing.T) {
		equal(t, objects.FilterMap([]int64{1, 2, 3}, func(value int64) (string, bool) {
			return fmt.Sprint(value), value != 2
		}), []string{"1", "3"})
	}},
	{"closure/generic-result", func(t *testing.T) {
		equal(t, objects.Joined(3, func(i uint32) string { return fmt.Sprint(i) }), "0+1+2")
	}},
	{"closure/changes-its-argument", func(t *testing.T) {
		equal(t, objects.ChangeAll([]string{"a", "b", "c"}, func(i uint, value *string) bool {
			*value = fmt.Sprint(*value, i)
			return i != 1
		}), []string{"a0", "c2"})
	}},
	{"closure/tuples", func(t *testing.T) {
		text, number := objects.Pairs(func(pair objects.Tuple2[uint8, string]) (string, uint8) {
			return pair.Item2 + "!", pair.Item1 + 1
		})
		equal(t, []any{text, number}, []any{"seven!", uint8(8)})
	}},
	{"closure/options", func(t *testing.T) {
		four := uint32(4)
		equal(t, objects.Options(func(text *string) (uint32, bool) {
			if text == nil {
				return 0, false
			}
			return uint32(len(*text)), true
		}), []*uint32{&four, nil})
	}},
	{"closure/key", func(t *testing.T) {
		equal(t, objects.SortByKey([]string{"ccc", "a", "bb"}, func(word string) string { return fmt.Sprint(len(word)) }), []string{"a", "bb", "ccc"})
	}},
	{"closure/two", func(t *testing.T) {
		double, add := func(v int64) int64 { return 2 * v }, func(v int64) int64 { return v + 1 }
		equal(t, objects.Two(double, add, 1), int64(4))
		equal(t, objects.Two(add, double, 1), int64(3))
	}},
	{"closure/scoped-access", func(t *testing.T) {
		var got uint64
		objects.WithNumber(func(number uint64) { got = number })
		equal(t, got, uint64(42))
	}},
	{"closure/handle-out", func(t *testing.T) {
		c := objects.NewCounter(8)
		equal(t, objects.MakeCounter(func() *objects.Counter { return c }), int64(8))
		closed(t, func() { c.Value() })
	}},
	{"closure/handle-in", func(t *testing.T) {
		var kept *objects.Counter
		equal(t, objects.GiveCounter(func(c *objects.Counter) bool { kept = c; return true }), true)
		equal(t, kept.Value(), int64(5))
	}},
	{"closure/nested", func(t *testing.T) {
		depth := 0
		equal(t, objects.Nested(0, func(uint32) bool {
			if depth++; depth < 50 {
				return objects.Nested(0, func(i uint32) bool { return i < 3 }) == 3
			}
			return false
		}), uint32(49))
	}},
	{"closure/on-threads", func(t *testing.T) {
		var calls atomic.Int32
		equal(t, objects.OnThreads(8, func(i uint32) uint32 { calls.Add(1); return i }), uint32(28))
		equal(t, calls.Load(), int32(8))
	}},
	{"closure/overload", func(t *testing.T) {
		s := shelf()
		equal(t, s.Retitled("x"), []string{"x", "x", "x"})
		equal(t, s.RetitledFunc(func(v *objects.Volume) string { return fmt.Sprint(v.Pages()) }), []string{"10", "30", "20"})
		equal(t, objects.RetitledFunc(s, (*objects.Volume).Title), []string{"one and two", "three", "four five"})
	}},

	// What is lent to them.
	{"closure/lent", func(t *testing.T) {
		var all []string
		shelf().Each(func(v *objects.Volume) { all = append(all, v.Title()) })
		equal(t, all, []string{"one and two", "three", "four five"})
	}},
	{"closure/lent-mutably", func(t *testing.T) {
		s := shelf()
		s.EachMut(func(v *objects.Volume) { v.SetPages(v.Pages() + 1) })
		sum := uint32(0)
		s.Each(func(v *objects.Volume) { sum += v.Pages() })
		equal(t, sum, uint32(63))
	}},
	{"closure/lent-predicate", func(t *testing.T) {
		s := shelf()
		s.Retain(func(v *objects.Volume) bool { return v.Pages() > 10 })
		equal(t, s.Len(), uint(2))
	}},
	{"closure/lent-two", func(t *testing.T) {
		s := shelf()
		s.SortBy(func(a, b *objects.Volume) int { return int(a.Pages()) - int(b.Pages()) })
		equal(t, s.RetitledFunc((*objects.Volume).Title), []string{"one and two", "four five", "three"})
	}},
	{"closure/lent-option", func(t *testing.T) {
		title := ""
		shelf().First(func(v *objects.Volume) { title = v.Title() })
		equal(t, title, "one and two")
		objects.NewShelf().First(func(v *objects.Volume) { equal(t, v == nil, true) })
	}},
	{"closure/lent-whole", func(t *testing.T) {
		var all []string
		shelf().Passages(func(p *objects.Passage) { all = append(all, fmt.Sprintf("%d%s %s", p.At(), p.Text(), p.Tail().Text())) })
		equal(t, all, []string{"0one ne", "1and nd", "2two wo", "0three hree", "0four our", "1five ive"})
	}},
	{"closure/lent-is-closed-afterwards", func(t *testing.T) {
		var kept *objects.Volume
		shelf().Each(func(v *objects.Volume) {
			if kept != nil {
				closed(t, func() { kept.Pages() })
			}
			kept = v
		})
		closed(t, func() { kept.Pages() })
		end(t, kept, kept)
	}},
	{"closure/what-is-borrowed-from-it-is-closed", func(t *testing.T) {
		var passages []*objects.Passage
		shelf().Each(func(v *objects.Volume) {
			p := v.Passage()
			passages = append(passages, p, p.Tail(), p.Tail().Tail(), p.Clone())
			for word := range v.Words() {
				passages = append(passages, word)
			}
		})
		for _, p := range passages {
			closed(t, func() { p.Text() })
		}
	}},
	{"closure/what-is-copied-from-it-stays", func(t *testing.T) {
		var copied *objects.Volume
		shelf().First(func(v *objects.Volume) { copied = v.Clone() })
		equal(t, copied.Title(), "one and two")
	}},
	{"closure/sequence-of-it-is-over", func(t *testing.T) {
		var words func(func(*objects.Passage) bool)
		shelf().First(func(v *objects.Volume) { words = v.Words() })
		closed(t, func() {
			for range words {
				t.Error("there is a word")
			}
		})
	}},
	{"closure/lent-is-forgotten", func(t *testing.T) {
		s := shelf()
		for range 20 * scale {
			s.Each(func(v *objects.Volume) {
				for range 10 {
					v.Passage().Tail()
				}
			})
		}
		await(func() int { return live() }, 1)
		equal(t, s.Len(), uint(3))
	}},
	{"closure/lent-is-closed-inside", func(t *testing.T) {
		shelf().Each(func(v *objects.Volume) {
			p := v.Passage()
			end(t, v)
			closed(t, func() { v.Pages() })
			equal(t, p.Text() != "", true)
		})
	}},
	{"closure/lent-is-read-only", func(t *testing.T) {
		shelf().Each(func(v *objects.Volume) { readOnly(t, func() { v.SetPages(1) }) })
	}},
	{"closure/nothing-is-stored-in-it", func(t *testing.T) {
		equal(t, shelf().Walk(func(w *objects.Walker) {
			word, ok := w.Step()
			equal(t, []any{word, ok}, []any{"one", true})
			_, isPanic := caught(func() { w.Note("text that is gone afterwards") }).(*objects.RustPanic)
			equal(t, isPanic, true)
		}), uint(3))
	}},
	{"closure/lent-to-another-thread", func(t *testing.T) {
		shelf().Each(func(v *objects.Volume) {
			var pages uint32
			elsewhere(func() { pages = v.Pages() })
			equal(t, pages, v.Pages())
		})
	}},
	{"closure/another-thread-is-waited-for", func(t *testing.T) {
		gate := objects.DefaultGate()
		var pages atomic.Uint32
		var group sync.WaitGroup
		shelf().First(func(v *objects.Volume) {
			group.Add(1)
			go func() {
				defer group.Done()
				pages.Store(v.Wait(gate))
			}()
			gate.AwaitWaiting(1)
			go func() {
				time.Sleep(20 * time.Millisecond)
				gate.Open()
			}()
		})
		group.Wait()
		equal(t, pages.Load(), uint32(10))
	}},
	{"closure/another-thread-afterwards", func(t *testing.T) {
		for range 50 * scale {
			s := shelf()
			var stop atomic.Bool
			var group sync.WaitGroup
			s.Each(func(v *objects.Volume) {
				for range 2 {
					group.Add(1)
					go func() {
						defer group.Done()
						for !stop.Load() {
							if value := caught(func() { v.Passage().Tail().Text() }); value != nil {
								if e, ok := value.(error); !ok || !errors.Is(e, objects.ErrClosed) {
									t.Errorf("panicked with %v", value)
								}
								return
							}
						}
					}()
				}
			})
			stop.Store(true)
			group.Wait()
			s.Close()
		}
	}},
	{"closure/what-is-not-send-stays-on-its-thread", func(t *testing.T) {
		elsewhere(func() {
			var kept *objects.Bookmark
			shelf().First(func(v *objects.Volume) {
				elsewhere(func() {
					_, isPanic := caught(func() { v.Bookmark() }).(*objects.RustPanic)
					equal(t, isPanic, true)
				})
				kept = v.Bookmark()
				equal(t, kept.Page(), uint32(11))
				elsewhere(func() { foreign(t, func() { kept.Page() }) })
			})
			closed(t, func() { kept.Page() })
		})
	}},
	{"closure/lent-on-threads", func(t *testing.T) {
		var sum atomic.Uint32
		shelf().EachOnThreads(func(v *objects.Volume) {
			for word := range v.Words() {
				sum.Add(uint32(len(word.Text())))
			}
		})
		equal(t, sum.Load(), uint32(9+5+8))
	}},
	{"closure/lent-in-lent", func(t *testing.T) {
		a, b, count := shelf(), shelf(), 0
		a.Each(func(v *objects.Volume) {
			b.Each(func(w *objects.Volume) {
				if v.Title() == w.Title() {
					count++
				}
			})
			a.Each(func(*objects.Volume) { count += 10 })
			equal(t, v.Pages() > 0, true)
		})
		equal(t, count, 93)
	}},

	// What goes wrong in them.
	{"closure/nil", func(t *testing.T) {
		missing(t, func() { objects.Apply(nil, 1) })
		if _, err := objects.TryEach(1, nil); err == nil {
			t.Error("there is no error")
		}
	}},
	{"closure/panic-comes-back-whole", func(t *testing.T) {
		mine := &struct{ text string }{"mine"}
		equal(t, caught(func() { objects.Apply(func(int64) int64 { panic(mine) }, 1) }) == any(mine), true)
		equal(t, caught(func() { objects.Times(3, func() { panic(errMine) }) }), errMine)
	}},
	{"closure/panic-a-thousand-times", func(t *testing.T) {
		for i := range 1000 * scale {
			equal(t, caught(func() { objects.MapWords("a b", func(string) string { panic(i) }) }), i)
		}
	}},
	{"closure/panic-through-closures", func(t *testing.T) {
		equal(t, caught(func() {
			objects.Times(1, func() {
				objects.Times(1, func() { objects.Times(1, func() { panic(errMine) }) })
			})
		}), errMine)
	}},
	{"closure/panic-is-recovered-inside", func(t *testing.T) {
		objects.Times(2, func() {
			equal(t, caught(func() { objects.Times(1, func() { panic(errMine) }) }), errMine)
		})
	}},
	{"closure/panic-of-rust-inside", func(t *testing.T) {
		objects.Times(1, func() {
			c := objects.NewCounter(1)
			panics(t, "half way", func() { c.IncrementTwice() })
		})
		panics(t, "half way", func() { objects.Times(1, func() { objects.NewCounter(1).IncrementTwice() }) })
	}},
	{"closure/panic-poisons-what-is-written", func(t *testing.T) {
		s := shelf()
		equal(t, caught(func() { s.Update(func() uint32 { panic(errMine) }) }), errMine)
		poisoned(t, func() { s.Len() })
	}},
	{"closure/panic-leaves-what-is-read", func(t *testing.T) {
		s := shelf()
		equal(t, caught(func() { s.Each(func(*objects.Volume) { panic(errMine) }) }), errMine)
		equal(t, s.Len(), uint(3))
	}},
	{"closure/panic-is-caught-by-the-crate", func(t *testing.T) {
		equal(t, objects.Swallow(func() uint32 { panic(errMine) }), ^uint32(0))
		equal(t, objects.Swallow(func() uint32 { return 3 }), uint32(3))
	}},
	{"closure/panic-on-threads", func(t *testing.T) {
		equal(t, caught(func() {
			objects.OnThreads(4, func(i uint32) uint32 {
				if i == 2 {
					panic(errMine)
				}
				return i
			})
		}), errMine)
	}},
	{"closure/error-of-the-type-goes-to-rust", func(t *testing.T) {
		sum, err := objects.TryEach(3, func(i uint32) (uint32, error) {
			if i == 1 {
				return 0, &objects.TroubleError{Value: objects.TroubleSmall}
			}
			return i, nil
		})
		equal(t, []any{sum, err}, []any{uint32(1002), nil})
		sum, err = objects.TryEach(2, func(uint32) (uint32, error) { return 0, objects.TroubleSmall })
		equal(t, []any{sum, err}, []any{uint32(2000), nil})
		_, err = objects.TryEach(3, func(uint32) (uint32, error) {
			return 0, fmt.Errorf("wrapped: %w", &objects.TroubleError{Value: objects.TroubleLarge})
		})
		equal(t, errors.Is(err, objects.TroubleLarge), true)
		equal(t, objects.IgnoreErrors(func() (uint8, error) {
			return 0, &objects.TroubleError{Value: objects.TroubleLarge}
		}), uint8(255))
	}},
	{"closure/other-error-comes-back-whole", func(t *testing.T) {
		mine, calls := fmt.Errorf("around: %w", errMine), 0
		_, err := objects.TryEach(3, func(uint32) (uint32, error) { calls++; return 0, mine })
		equal(t, err == mine && calls == 1, true)
		equal(t, caught(func() { objects.IgnoreErrors(func() (uint8, error) { return 0, mine }) }), mine)
	}},
	{"closure/error-is-a-text", func(t *testing.T) {
		err := objects.TryText(func() error { return &objects.Error{Message: "no"} })
		equal(t, err.Error(), "it said: no")
		equal(t, objects.TryText(func() error { return errMine }) == errMine, true)
		equal(t, objects.TryText(func() error { return nil }), nil)
	}},
	{"closure/error-is-any", func(t *testing.T) {
		_, err := objects.TryAny(func() (int64, error) { return 0, &objects.Error{Message: "no"} })
		equal(t, err.Error(), "no")
		value, err := objects.TryAny(func() (int64, error) { return 9, nil })
		equal(t, []any{value, err}, []any{int64(9), nil})
	}},
	{"closure/answer-is-not-text", func(t *testing.T) {
		value := caught(func() { objects.Once(func(string) string { return "\xff" }) })
		e, ok := value.(*objects.ArgumentError)
		equal(t, ok && e.Param == "f" && strings.Contains(e.Message, "not UTF-8"), true)
	}},
	{"closure/answer-is-a-closed-handle", func(t *testing.T) {
		c := objects.NewCounter(8)
		c.Close()
		closed(t, func() { objects.MakeCounter(func() *objects.Counter { return c }) })
		missing(t, func() { objects.MakeCounter(func() *objects.Counter { return nil }) })
	}},
	{"closure/re-entrance-is-refused", func(t *testing.T) {
		s := shelf()
		s.Retain(func(*objects.Volume) bool {
			inUse(t, func() { s.Len() })
			inUse(t, func() { s.Retain(func(*objects.Volume) bool { return true }) })
			return true
		})
		equal(t, s.Len(), uint(3))
		inUse(t, func() { s.Retain(func(*objects.Volume) bool { s.Add("x", 1); return true }) })
		poisoned(t, func() { s.Len() })
	}},
	{"closure/closed-inside", func(t *testing.T) {
		s, count := shelf(), 0
		s.Each(func(v *objects.Volume) {
			s.Close()
			closed(t, func() { s.Len() })
			equal(t, v.Title() != "", true)
			count++
		})
		equal(t, count, 3)
	}},
}
