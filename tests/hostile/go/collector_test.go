package hostile

import (
	"runtime"
	"runtime/debug"
	"testing"

	"rust/objects"
)

// between runs each step after a collection, while the collector runs as often as
// it can.
func between(t *testing.T, steps ...func()) {
	defer debug.SetGCPercent(debug.SetGCPercent(1))
	for range scale {
		for _, step := range steps {
			runtime.GC()
			step()
		}
	}
	runtime.GC()
}

// The collector, at every moment.
var collectorCases = []testCase{
	{"collector/between-calls", func(t *testing.T) {
		var c *objects.Counter
		between(t,
			func() { c = objects.NewCounter(1) },
			func() { equal(t, c.Increment(), int64(2)) },
			func() { c.SetName("x") },
			func() { equal(t, c.Name(), "x") },
			func() { equal(t, c.IntoValue(), int64(2)) },
			func() { closed(t, func() { c.Value() }) },
		)
	}},
	{"collector/between-borrows", func(t *testing.T) {
		n := tag()
		var book *objects.Book
		var cursor *objects.Cursor
		between(t,
			func() { n = tag(); cursor = objects.NewCatalog(3, n).Cursor() },
			func() { cursor.Advance() },
			func() { book, _ = cursor.Current() },
			func() { cursor = nil },
			func() { dropped(t, n, 0) },
			func() { equal(t, book.Title(), "title 1") },
			func() { end(t, book); book = nil },
			func() { equal(t, await(func() int { return int(objects.Dropped(n)) }, 1), 1) },
		)
	}},
	{"collector/between-views", func(t *testing.T) {
		var words *objects.Words
		between(t,
			func() { words = objects.NewTokens(string([]byte("a b"))).Words() },
			func() { words.Push(string([]byte("c"))) },
			func() { equal(t, words.Joined(), "a+b+c") },
		)
	}},
	{"collector/in-a-loop", func(t *testing.T) {
		defer debug.SetGCPercent(debug.SetGCPercent(1))
		n := tag()
		count := 0
		for book := range objects.NewCatalog(200, n).Iter() {
			runtime.GC()
			equal(t, book.Pages(), uint32(count*10))
			count++
		}
		equal(t, count, 200)
		equal(t, await(func() int { return int(objects.Dropped(n)) }, 1), 1)
	}},
	{"collector/builders", func(t *testing.T) {
		defer debug.SetGCPercent(debug.SetGCPercent(1))
		b := objects.NewRequestBuilder()
		for range 100 {
			runtime.GC()
			b = b.Part("x")
		}
		equal(t, len(b.Build().Text()), 199)
	}},
	{"collector/while-others-call", func(t *testing.T) {
		stop := make(chan struct{})
		stopped := make(chan struct{})
		go func() {
			defer close(stopped)
			for {
				select {
				case <-stop:
					return
				default:
					runtime.GC()
				}
			}
		}()
		defer func() { close(stop); <-stopped }()
		atOnce(4, func(number int) {
			for i := range 500 * scale {
				n := objects.NewCounter(int64(i)).Plus(1).Value()
				if n != int64(i+1) {
					panic("lost a value")
				}
				if got := objects.NewTokens("a b").Words().Joined(); got != "a+b" {
					panic(got)
				}
			}
		})
	}},
	{"collector/forgotten", func(t *testing.T) {
		n := tag()
		count := 5000 * scale
		forget(func() {
			for range count {
				objects.NewParcel(n)
			}
		})
		equal(t, await(func() int { return int(objects.Dropped(n)) }, count), count)
	}},
	{"collector/forgotten-lists", func(t *testing.T) {
		n := tag()
		forget(func() { objects.Parcels(n, 3000) })
		equal(t, await(func() int { return int(objects.Dropped(n)) }, 3000), 3000)
	}},
	{"collector/forgotten-borrows", func(t *testing.T) {
		n := tag()
		forget(func() {
			for range 500 {
				objects.NewParcel(n).Chain().Longer()
			}
		})
		equal(t, await(func() int { return int(objects.Dropped(n)) }, 500), 500)
	}},
	{"collector/forgotten-sequences", func(t *testing.T) {
		n := tag()
		forget(func() {
			for range 500 {
				objects.NewCatalog(10, n).Iter()
			}
		})
		equal(t, await(func() int { return int(objects.Dropped(n)) }, 500), 500)
	}},
	{"collector/forgotten-poisoned", func(t *testing.T) {
		before := live()
		forget(func() {
			for range 200 {
				c := objects.NewCounter(1)
				caught(func() { c.IncrementTwice() })
			}
		})
		equal(t, await(live, before), before)
	}},
	{"collector/forgotten-consumed", func(t *testing.T) {
		n := tag()
		forget(func() {
			for range 500 {
				objects.NewParcel(n).Open()
			}
		})
		runtime.GC()
		dropped(t, n, 500)
	}},
	{"collector/forgotten-and-large", func(t *testing.T) {
		before := live()
		forget(func() {
			megabyte := make([]byte, 1<<20)
			for range 300 {
				objects.NewRustBytes(megabyte)
			}
		})
		equal(t, await(live, before), before)
		kept := objects.NewRustBytes(make([]byte, 1<<20))
		end(t, kept, kept)
	}},
	{"collector/closed-is-not-released-again", func(t *testing.T) {
		n := tag()
		forget(func() {
			for range 500 {
				objects.NewParcel(n).Close()
			}
		})
		keep := objects.Parcels(n, 500)
		for range 5 {
			runtime.GC()
		}
		dropped(t, n, 500)
		for _, p := range keep {
			equal(t, p.Tag(), n)
			end(t, p)
		}
		dropped(t, n, 1000)
	}},
	{"collector/owners-in-any-order", func(t *testing.T) {
		n := tag()
		forget(func() {
			var all []*objects.Chain
			for range 100 {
				chain := objects.NewParcel(n).Chain()
				all = append(all, chain, chain.Longer())
			}
			runtime.KeepAlive(all)
		})
		equal(t, await(func() int { return int(objects.Dropped(n)) }, 100), 100)
	}},
	{"collector/argument-is-there-during-the-call", func(t *testing.T) {
		defer debug.SetGCPercent(debug.SetGCPercent(1))
		for i := range int64(200 * scale) {
			equal(t, objects.CounterSum(objects.NewCounter(i), objects.NewCounter(i)), 2*i)
			equal(t, objects.Three(objects.NewCounter(i), objects.NewCounter(i), objects.NewCounter(i)), 3*i)
		}
	}},
	{"collector/live-is-flat", func(t *testing.T) {
		c := objects.NewCatalog(3, 0)
		before := live()
		for range 2000 * scale {
			cursor := c.Cursor()
			book, _ := cursor.Current()
			for range c.Pages() {
				break
			}
			end(t, cursor, book)
		}
		equal(t, live(), before)
	}},
	{"collector/many-alive", func(t *testing.T) {
		n := tag()
		all := make([]*objects.Parcel, 0, 20_000*scale)
		for range cap(all) {
			all = append(all, objects.NewParcel(n))
		}
		for _, p := range all {
			equal(t, p.Tag(), n)
		}
		for _, p := range all {
			end(t, p)
		}
		equal(t, int(objects.Dropped(n)), cap(all))
	}},
}
