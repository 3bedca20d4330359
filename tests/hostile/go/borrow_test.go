package hostile

import (
	"fmt"
	"slices"
	"testing"

	"rust/objects"
)

// What is borrowed from a value.
var borrowCases = []testCase{
	{"borrow/some", func(t *testing.T) {
		book, ok := objects.NewCatalog(3, 0).Find("title 2")
		equal(t, ok, true)
		equal(t, book.Pages(), uint32(20))
		equal(t, book.Title(), "title 2")
	}},
	{"borrow/none", func(t *testing.T) {
		book, ok := objects.NewCatalog(3, 0).Find("title 3")
		equal(t, ok, false)
		equal(t, book == nil, true)
	}},
	{"borrow/reference", func(t *testing.T) {
		equal(t, objects.NewCatalog(3, 0).First().String(), "title 0 (0)")
	}},
	{"borrow/slice", func(t *testing.T) {
		c := objects.NewCatalog(3, 0)
		scores := c.Scores()
		scores[0] = 100
		equal(t, c.Scores(), []uint32{0, 1, 2})
	}},
	{"borrow/text", func(t *testing.T) {
		c := objects.NewCatalog(3, 0)
		title, ok := c.FirstTitle()
		end(t, c)
		equal(t, ok, true)
		equal(t, title, "title 0")
	}},
	{"borrow/no-text", func(t *testing.T) {
		_, ok := objects.NewCatalog(0, 0).FirstTitle()
		equal(t, ok, false)
	}},
	{"borrow/argument-is-not-kept", func(t *testing.T) {
		c := objects.NewCatalog(3, 0)
		key := []byte("title 1")
		book, _ := c.Find(string(key))
		copy(key, "xxxxxxx")
		equal(t, book.Title(), "title 1")
	}},
	{"borrow/several-readers", func(t *testing.T) {
		c := objects.NewCatalog(3, 0)
		a, b, d := c.First(), c.First(), c.Cursor()
		equal(t, a.Title(), b.Title())
		equal(t, d.At(), uint(0))
		equal(t, c.Len(), uint(3))
		end(t, a, b, d)
		c.Push("new", 1)
	}},
	{"borrow/exclusive", func(t *testing.T) {
		c := objects.NewCatalog(3, 0)
		book, ok := c.FindMut("title 1")
		equal(t, ok, true)
		book.SetPages(99)
		equal(t, book.Pages(), uint32(99))
		inUse(t, func() { c.Len() })
		end(t, book)
		equal(t, slices.Collect(c.Pages()), []uint32{0, 99, 20})
	}},
	{"borrow/exclusive-none", func(t *testing.T) {
		c := objects.NewCatalog(3, 0)
		_, ok := c.FindMut("nothing")
		equal(t, ok, false)
		c.Push("new", 1)
	}},
	{"borrow/owner-is-closed-first", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(3, n)
		book := c.First()
		end(t, c)
		dropped(t, n, 0)
		equal(t, book.Title(), "title 0")
		closed(t, func() { c.Len() })
		end(t, book)
		dropped(t, n, 1)
		closed(t, func() { book.Title() })
	}},
	{"borrow/owner-is-closed-twice", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(3, n)
		book := c.First()
		end(t, c, c)
		equal(t, book.Title(), "title 0")
		end(t, c, book, book, c)
		dropped(t, n, 1)
	}},
	{"borrow/last-of-many-ends-the-owner", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(10, n)
		var books []*objects.Book
		for range 10 {
			books = append(books, c.First())
		}
		end(t, c)
		for i, book := range books {
			dropped(t, n, 0)
			equal(t, book.Title(), "title 0")
			end(t, books[i])
		}
		dropped(t, n, 1)
	}},
	{"borrow/consume-while-borrowed", func(t *testing.T) {
		c := objects.NewCatalog(3, 0)
		book := c.First()
		inUse(t, func() { c.IntoBooks() })
		equal(t, book.Title(), "title 0")
		end(t, book)
		equal(t, len(c.IntoBooks()), 3)
	}},
	{"borrow/change-while-borrowed", func(t *testing.T) {
		c := objects.NewCatalog(3, 0)
		book := c.First()
		inUse(t, func() { c.Push("new", 1) })
		inUse(t, func() { c.FindMut("title 1") })
		inUse(t, func() { c.Guard() })
		equal(t, book.Title(), "title 0")
		end(t, book)
		c.Push("new", 1)
		equal(t, c.Len(), uint(4))
	}},
	{"borrow/shared-is-read-only", func(t *testing.T) {
		book := objects.NewCatalog(3, 0).First()
		readOnly(t, func() { book.SetPages(1) })
		equal(t, book.Pages(), uint32(0))
	}},
	{"borrow/values-that-were-inside", func(t *testing.T) {
		n := tag()
		books := objects.NewCatalog(3, n).IntoBooks()
		dropped(t, n, 1)
		books[2].SetPages(7)
		equal(t, books[2].Pages(), uint32(7))
	}},
	{"borrow/cursor", func(t *testing.T) {
		c := objects.NewCatalog(2, 0)
		cursor := c.Cursor()
		book, _ := cursor.Current()
		equal(t, book.Title(), "title 0")
		inUse(t, func() { c.Push("", 0) })
		end(t, book)
		equal(t, cursor.Advance(), true)
		book, _ = cursor.Current()
		equal(t, book.Title(), "title 1")
		equal(t, cursor.Advance(), false)
		_, ok := cursor.Current()
		equal(t, ok, false)
	}},
	{"borrow/outlives-its-cursor", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(2, n)
		cursor := c.Cursor()
		book, _ := cursor.Current()
		end(t, c, cursor)
		equal(t, book.Title(), "title 0")
		dropped(t, n, 0)
		end(t, book)
		dropped(t, n, 1)
	}},
	{"borrow/cursor-forks", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(3, n)
		first := c.Cursor()
		first.Advance()
		second := first.Fork()
		end(t, c, first)
		equal(t, second.Advance(), true)
		equal(t, second.At(), uint(2))
		dropped(t, n, 0)
		end(t, second)
		dropped(t, n, 1)
	}},
	{"borrow/cursor-is-consumed", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(3, n)
		cursor := c.Cursor()
		book := cursor.IntoCurrent()
		closed(t, func() { cursor.At() })
		end(t, c)
		equal(t, book.Title(), "title 0")
		end(t, book)
		dropped(t, n, 1)
	}},
	{"borrow/result", func(t *testing.T) {
		cursor, err := objects.NewCatalog(3, 0).TryCursor(1)
		equal(t, err, nil)
		equal(t, cursor.At(), uint(1))
	}},
	{"borrow/error-borrows-nothing", func(t *testing.T) {
		c := objects.NewCatalog(3, 0)
		_, err := c.TryCursor(7)
		equal(t, err.Error(), "there is no entry 7")
		c.Push("new", 1)
	}},
	{"borrow/guard", func(t *testing.T) {
		c := objects.NewCatalog(1, 0)
		guard := c.Guard()
		guard.Push("two")
		equal(t, guard.Len(), uint(2))
		inUse(t, func() { c.Len() })
		inUse(t, func() { c.Guard() })
		end(t, guard)
		equal(t, c.Len(), uint(2))
	}},
	{"borrow/guard-is-consumed", func(t *testing.T) {
		c := objects.NewCatalog(1, 0)
		guard := c.Guard()
		guard.Push("two")
		equal(t, guard.Commit(), uint(2))
		closed(t, func() { guard.Len() })
		equal(t, c.Len(), uint(2))
	}},
	{"borrow/guard-of-guard", func(t *testing.T) {
		c := objects.NewCatalog(1, 0)
		guard := c.Guard()
		book, ok := guard.Entry(0)
		equal(t, ok, true)
		book.SetPages(5)
		inUse(t, func() { guard.Len() })
		end(t, book)
		equal(t, guard.Len(), uint(1))
		end(t, guard)
		equal(t, c.First().Pages(), uint32(5))
	}},
	{"borrow/guard-outlives-its-owner", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(1, n)
		guard := c.Guard()
		end(t, c)
		guard.Push("two")
		equal(t, guard.Len(), uint(2))
		dropped(t, n, 0)
		end(t, guard)
		dropped(t, n, 1)
	}},
	{"borrow/from-two", func(t *testing.T) {
		n := tag()
		a, b := objects.NewCatalog(1, n), objects.NewCatalog(2, n)
		s := a.Select(b)
		equal(t, s.Len(), uint(3))
		inUse(t, func() { a.Push("", 0) })
		inUse(t, func() { b.Push("", 0) })
		end(t, a, b)
		dropped(t, n, 0)
		equal(t, s.Len(), uint(3))
		end(t, s)
		dropped(t, n, 2)
	}},
	{"borrow/from-the-same-twice", func(t *testing.T) {
		n := tag()
		a := objects.NewCatalog(1, n)
		s := a.Select(a)
		equal(t, s.Len(), uint(2))
		end(t, a, s)
		dropped(t, n, 1)
	}},
	{"borrow/part-of-two", func(t *testing.T) {
		n := tag()
		a, b := objects.NewCatalog(1, n), objects.NewCatalog(2, n)
		s := a.Select(b)
		second := s.Second()
		end(t, a, b, s)
		equal(t, second.Len(), uint(2))
		readOnly(t, func() { second.Push("", 0) })
		readOnly(t, func() { second.IntoBooks() })
		end(t, second)
		dropped(t, n, 2)
	}},
	{"borrow/either-of-two", func(t *testing.T) {
		a, b := objects.NewCounter(1), objects.NewCounter(2)
		larger := objects.Larger(a, b)
		equal(t, larger.Value(), int64(2))
		inUse(t, func() { a.Increment() })
		inUse(t, func() { b.Increment() })
		end(t, larger)
		equal(t, a.Increment(), int64(2))
	}},
	{"borrow/either-or-none", func(t *testing.T) {
		a, b := objects.NewSquare(1), objects.NewSquare(2)
		equal(t, objects.Largest(a, nil).Side(), 1.0)
		equal(t, objects.Largest(a, b).Side(), 2.0)
	}},
	{"borrow/chain", func(t *testing.T) {
		n := tag()
		p := objects.NewParcel(n)
		chain := p.Chain()
		end(t, p)
		for range 1000 {
			longer := chain.Longer()
			end(t, chain)
			chain = longer
		}
		equal(t, chain.Depth(), uint32(1001))
		equal(t, chain.Tag(), n)
		dropped(t, n, 0)
		end(t, chain)
		dropped(t, n, 1)
	}},
	{"borrow/field-of-a-closed-value", func(t *testing.T) {
		l := objects.NewTeam(objects.NewCounter(3), 1)
		c := l.Leader()
		readOnly(t, func() { c.Increment() })
		end(t, l)
		equal(t, c.Value(), int64(3))
	}},
	{"sequence/scalars", func(t *testing.T) {
		for _, count := range []uint32{0, 1, 30, 31, 32, 155, 156, 700, 5000} {
			c := objects.NewCatalog(count, 0)
			var next uint32
			for pages := range c.Pages() {
				equal(t, pages, next*10)
				next++
			}
			equal(t, next, count)
			end(t, c)
		}
	}},
	{"sequence/texts", func(t *testing.T) {
		c := objects.NewCatalog(1000, 0)
		i := 0
		for title := range c.Titles() {
			equal(t, title, fmt.Sprint("title ", i))
			i++
		}
		equal(t, i, 1000)
	}},
	{"sequence/handles", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(100, n)
		books := slices.Collect(c.Iter())
		end(t, c)
		for i, book := range books {
			equal(t, book.Pages(), uint32(i*10))
			dropped(t, n, 0)
			end(t, book)
		}
		dropped(t, n, 1)
	}},
	{"sequence/of-the-value-itself", func(t *testing.T) {
		c := objects.NewCatalog(3, 0)
		for range 2 {
			var sum uint32
			for book := range c.All() {
				sum += book.Pages()
				end(t, book)
			}
			equal(t, sum, uint32(30))
		}
		c.Push("", 0)
	}},
	{"sequence/empty", func(t *testing.T) {
		c := objects.NewCatalog(0, 0)
		for range c.Pages() {
			t.Error("there is an item")
		}
		c.Push("", 0)
	}},
	{"sequence/early-exit", func(t *testing.T) {
		c := objects.NewCatalog(1000, 0)
		for pages := range c.Pages() {
			if pages == 50 {
				break
			}
		}
		c.Push("", 0)
	}},
	{"sequence/early-exit-with-handles", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(1000, n)
		before := live()
		for book := range c.Iter() {
			end(t, book)
			break
		}
		equal(t, live(), before)
		c.Push("", 0)
		end(t, c)
		dropped(t, n, 1)
	}},
	{"sequence/early-exit-with-an-exception", func(t *testing.T) {
		c := objects.NewCatalog(1000, 0)
		before := live()
		value := caught(func() {
			for book := range c.Iter() {
				end(t, book)
				panic("enough")
			}
		})
		equal(t, value, "enough")
		equal(t, live(), before)
		c.Push("", 0)
	}},
	{"sequence/nested", func(t *testing.T) {
		c := objects.NewCatalog(20, 0)
		count := 0
		for range c.Pages() {
			for range c.Titles() {
				count++
			}
		}
		equal(t, count, 400)
	}},
	{"sequence/twice", func(t *testing.T) {
		pages := objects.NewCatalog(3, 0).Pages()
		for range pages {
		}
		closed(t, func() {
			for range pages {
			}
		})
	}},
	{"sequence/within-itself", func(t *testing.T) {
		pages := objects.NewCatalog(3, 0).Pages()
		count := 0
		for range pages {
			count++
			closed(t, func() {
				for range pages {
				}
			})
		}
		equal(t, count, 3)
	}},
	{"sequence/outlives-its-owner", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(1000, n)
		pages := c.Pages()
		end(t, c)
		equal(t, len(slices.Collect(pages)), 1000)
		dropped(t, n, 1)
	}},
	{"sequence/owner-is-closed-in-the-loop", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(1000, n)
		count := 0
		for book := range c.Iter() {
			end(t, c, book)
			count++
		}
		equal(t, count, 1000)
		dropped(t, n, 1)
	}},
	{"sequence/change-in-the-loop", func(t *testing.T) {
		c := objects.NewCatalog(1000, 0)
		for range c.Pages() {
			inUse(t, func() { c.Push("", 0) })
			inUse(t, func() { c.IntoBooks() })
		}
		c.Push("", 0)
		equal(t, c.Len(), uint(1001))
	}},
	{"sequence/read-in-the-loop", func(t *testing.T) {
		c := objects.NewCatalog(10, 0)
		for range c.Pages() {
			equal(t, c.Len(), uint(10))
		}
	}},
	{"sequence/never-begun", func(t *testing.T) {
		n := tag()
		abandon(n)
		equal(t, await(func() int { return int(objects.Dropped(n)) }, 1), 1)
	}},
	{"sequence/of-a-cursor", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(3, n)
		cursor := c.Cursor()
		cursor.Advance()
		rest := cursor.Rest()
		end(t, c, cursor)
		equal(t, slices.Collect(rest), []string{"title 1", "title 2"})
		dropped(t, n, 1)
	}},
	{"sequence/item-outlives-it", func(t *testing.T) {
		n := tag()
		c := objects.NewCatalog(3, n)
		var last *objects.Book
		for book := range c.Iter() {
			last = book
		}
		end(t, c)
		equal(t, last.Title(), "title 2")
		end(t, last)
		equal(t, await(func() int { return int(objects.Dropped(n)) }, 1), 1)
	}},
}

//go:noinline
func abandon(n uint32) {
	c := objects.NewCatalog(1000, n)
	c.Pages()
	c.Iter()
	c.Close()
}
