using Objects;

namespace Hostile;

internal static class BorrowCases
{
    public static readonly Case[] All =
    [
        new("borrow/some", () =>
        {
            var book = new Catalog(3, 0).Find("title 2");
            Check.That(book is not null);
            Check.Equal(book.Pages(), 20u);
            Check.Equal(book.Title(), "title 2");
        }),
        new("borrow/none", () =>
        {
            var book = new Catalog(3, 0).Find("title 3");
            Check.That(book is null);
        }),
        new("borrow/reference", () => Check.Equal(new Catalog(3, 0).First().ToString(), "title 0 (0)")),
        new("borrow/slice", () =>
        {
            var c = new Catalog(3, 0);
            c.Scores()[0] = 100;
            Check.Items(c.Scores(), 0u, 1u, 2u);
        }),
        new("borrow/text", () =>
        {
            var c = new Catalog(3, 0);
            var title = c.FirstTitle();
            Check.End(c);
            Check.That(title is not null);
            Check.Equal(title, "title 0");
        }),
        new("borrow/no-text", () =>
        {
            Check.That(new Catalog(0, 0).FirstTitle() is null);
        }),
        new("borrow/argument-is-not-kept", () =>
        {
            var c = new Catalog(3, 0);
            var key = "title 1"u8.ToArray();
            var book = c.Find(key)!;
            key.AsSpan().Fill((byte)'x');
            Check.Equal(book.Title(), "title 1");
        }),
        new("borrow/several-readers", () =>
        {
            var c = new Catalog(3, 0);
            var (a, b, d) = (c.First(), c.First(), c.Cursor());
            Check.Equal(a.Title(), b.Title());
            Check.Equal(d.At(), (nuint)0);
            Check.Equal(c.Len(), (nuint)3);
            Check.End(a, b, d);
            c.Push("new", 1);
        }),
        new("borrow/exclusive", () =>
        {
            var c = new Catalog(3, 0);
            var book = c.FindMut("title 1");
            Check.That(book is not null);
            book.SetPages(99);
            Check.Equal(book.Pages(), 99u);
            Check.InUse(() => c.Len());
            Check.End(book);
            Check.Items(c.Pages(), 0u, 99u, 20u);
        }),
        new("borrow/exclusive-none", () =>
        {
            var c = new Catalog(3, 0);
            Check.That(c.FindMut("nothing") is null);
            c.Push("new", 1);
        }),
        new("borrow/owner-is-closed-first", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(3, n);
            var book = c.First();
            Check.End(c);
            Check.Dropped(n, 0);
            Check.Equal(book.Title(), "title 0");
            Check.Closed(() => c.Len());
            Check.End(book);
            Check.Dropped(n, 1);
            Check.Closed(() => book.Title());
        }),
        new("borrow/owner-is-closed-twice", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(3, n);
            var book = c.First();
            Check.End(c, c);
            Check.Equal(book.Title(), "title 0");
            Check.End(c, book, book, c);
            Check.Dropped(n, 1);
        }),
        new("borrow/last-of-many-ends-the-owner", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(10, n);
            Book[] books = [.. Enumerable.Range(0, 10).Select(_ => c.First())];
            Check.End(c);
            foreach (var book in books)
            {
                Check.Dropped(n, 0);
                Check.Equal(book.Title(), "title 0");
                Check.End(book);
            }

            Check.Dropped(n, 1);
        }),
        new("borrow/consume-while-borrowed", () =>
        {
            var c = new Catalog(3, 0);
            var book = c.First();
            Check.InUse(() => c.IntoBooks());
            Check.Equal(book.Title(), "title 0");
            Check.End(book);
            Check.Equal(c.IntoBooks().Length, 3);
        }),
        new("borrow/change-while-borrowed", () =>
        {
            var c = new Catalog(3, 0);
            var book = c.First();
            Check.InUse(() => c.Push("new", 1));
            Check.InUse(() => c.FindMut("title 1"));
            Check.InUse(() => c.Guard());
            Check.Equal(book.Title(), "title 0");
            Check.End(book);
            c.Push("new", 1);
            Check.Equal(c.Len(), (nuint)4);
        }),
        new("borrow/shared-is-read-only", () =>
        {
            var book = new Catalog(3, 0).First();
            Check.ReadOnly(() => book.SetPages(1));
            Check.Equal(book.Pages(), 0u);
        }),
        new("borrow/values-that-were-inside", () =>
        {
            var n = Check.Tag();
            var books = new Catalog(3, n).IntoBooks();
            Check.Dropped(n, 1);
            books[2].SetPages(7);
            Check.Equal(books[2].Pages(), 7u);
        }),
        new("borrow/cursor", () =>
        {
            var c = new Catalog(2, 0);
            var cursor = c.Cursor();
            var book = cursor.Current()!;
            Check.Equal(book.Title(), "title 0");
            Check.InUse(() => c.Push("", 0));
            Check.End(book);
            Check.Equal(cursor.Advance(), true);
            book = cursor.Current()!;
            Check.Equal(book.Title(), "title 1");
            Check.Equal(cursor.Advance(), false);
            Check.That(cursor.Current() is null);
        }),
        new("borrow/outlives-its-cursor", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(2, n);
            var cursor = c.Cursor();
            var book = cursor.Current()!;
            Check.End(c, cursor);
            Check.Equal(book.Title(), "title 0");
            Check.Dropped(n, 0);
            Check.End(book);
            Check.Dropped(n, 1);
        }),
        new("borrow/cursor-forks", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(3, n);
            var first = c.Cursor();
            first.Advance();
            var second = first.Fork();
            Check.End(c, first);
            Check.Equal(second.Advance(), true);
            Check.Equal(second.At(), (nuint)2);
            Check.Dropped(n, 0);
            Check.End(second);
            Check.Dropped(n, 1);
        }),
        new("borrow/cursor-is-consumed", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(3, n);
            var cursor = c.Cursor();
            var book = cursor.IntoCurrent();
            Check.Closed(() => cursor.At());
            Check.End(c);
            Check.Equal(book.Title(), "title 0");
            Check.End(book);
            Check.Dropped(n, 1);
        }),
        new("borrow/result", () => Check.Equal(new Catalog(3, 0).CursorOrThrow(1).At(), (nuint)1)),
        new("borrow/error-borrows-nothing", () =>
        {
            var c = new Catalog(3, 0);
            Check.Equal(Check.Throws<RustException>(() => c.CursorOrThrow(7)).Message, "there is no entry 7");
            c.Push("new", 1);
        }),
        new("borrow/guard", () =>
        {
            var c = new Catalog(1, 0);
            var guard = c.Guard();
            guard.Push("two");
            Check.Equal(guard.Len(), (nuint)2);
            Check.InUse(() => c.Len());
            Check.InUse(() => c.Guard());
            Check.End(guard);
            Check.Equal(c.Len(), (nuint)2);
        }),
        new("borrow/guard-is-consumed", () =>
        {
            var c = new Catalog(1, 0);
            var guard = c.Guard();
            guard.Push("two");
            Check.Equal(guard.Commit(), (nuint)2);
            Check.Closed(() => guard.Len());
            Check.Equal(c.Len(), (nuint)2);
        }),
        new("borrow/guard-of-guard", () =>
        {
            var c = new Catalog(1, 0);
            var guard = c.Guard();
            var book = guard.Entry(0);
            Check.That(book is not null);
            book.SetPages(5);
            Check.InUse(() => guard.Len());
            Check.End(book);
            Check.Equal(guard.Len(), (nuint)1);
            Check.End(guard);
            Check.Equal(c.First().Pages(), 5u);
        }),
        new("borrow/guard-outlives-its-owner", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(1, n);
            var guard = c.Guard();
            Check.End(c);
            guard.Push("two");
            Check.Equal(guard.Len(), (nuint)2);
            Check.Dropped(n, 0);
            Check.End(guard);
            Check.Dropped(n, 1);
        }),
        new("borrow/from-two", () =>
        {
            var n = Check.Tag();
            var (a, b) = (new Catalog(1, n), new Catalog(2, n));
            var s = a.Select(b);
            Check.Equal(s.Len(), (nuint)3);
            Check.InUse(() => a.Push("", 0));
            Check.InUse(() => b.Push("", 0));
            Check.End(a, b);
            Check.Dropped(n, 0);
            Check.Equal(s.Len(), (nuint)3);
            Check.End(s);
            Check.Dropped(n, 2);
        }),
        new("borrow/from-the-same-twice", () =>
        {
            var n = Check.Tag();
            var a = new Catalog(1, n);
            var s = a.Select(a);
            Check.Equal(s.Len(), (nuint)2);
            Check.End(a, s);
            Check.Dropped(n, 1);
        }),
        new("borrow/part-of-two", () =>
        {
            var n = Check.Tag();
            var (a, b) = (new Catalog(1, n), new Catalog(2, n));
            var s = a.Select(b);
            var second = s.Second();
            Check.End(a, b, s);
            Check.Equal(second.Len(), (nuint)2);
            Check.ReadOnly(() => second.Push("", 0));
            Check.ReadOnly(() => second.IntoBooks());
            Check.End(second);
            Check.Dropped(n, 2);
        }),
        new("borrow/either-of-two", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            var larger = ObjectsLib.Larger(a, b);
            Check.Equal(larger.Value(), 2L);
            Check.InUse(() => a.Increment());
            Check.InUse(() => b.Increment());
            Check.End(larger);
            Check.Equal(a.Increment(), 2L);
        }),
        new("borrow/either-or-none", () =>
        {
            var (a, b) = (new Square(1), new Square(2));
            Check.Equal(ObjectsLib.Largest(a, null).Side(), 1.0);
            Check.Equal(ObjectsLib.Largest(a, b).Side(), 2.0);
        }),
        new("borrow/chain", () =>
        {
            var n = Check.Tag();
            var p = new Parcel(n);
            var chain = p.Chain();
            Check.End(p);
            for (var round = 0; round < 1000; round++)
            {
                var longer = chain.Longer();
                Check.End(chain);
                chain = longer;
            }

            Check.Equal(chain.Depth(), 1001u);
            Check.Equal(chain.Tag(), n);
            Check.Dropped(n, 0);
            Check.End(chain);
            Check.Dropped(n, 1);
        }),
        new("borrow/field-of-a-closed-value", () =>
        {
            var l = new Team(new Counter(3), 1);
            var c = l.Leader;
            Check.ReadOnly(() => c.Increment());
            Check.End(l);
            Check.Equal(c.Value(), 3L);
        }),
        new("sequence/scalars", () =>
        {
            foreach (var count in (uint[])[0, 1, 30, 31, 32, 155, 156, 700, 5000])
            {
                var c = new Catalog(count, 0);
                var next = 0u;
                foreach (var pages in c.Pages())
                    Check.Equal(pages, 10 * next++);
                Check.Equal(next, count);
                Check.End(c);
            }
        }),
        new("sequence/texts", () =>
        {
            var i = 0;
            foreach (var title in new Catalog(1000, 0).Titles())
                Check.Equal(title, $"title {i++}");
            Check.Equal(i, 1000);
        }),
        new("sequence/handles", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(100, n);
            Book[] books = [.. c.Iter()];
            Check.End(c);
            foreach (var (i, book) in books.Index())
            {
                Check.Equal(book.Pages(), (uint)i * 10);
                Check.Dropped(n, 0);
                Check.End(book);
            }

            Check.Dropped(n, 1);
        }),
        new("sequence/of-the-value-itself", () =>
        {
            var c = new Catalog(3, 0);
            for (var round = 0; round < 2; round++)
            {
                var sum = 0u;
                foreach (var book in c)
                {
                    sum += book.Pages();
                    Check.End(book);
                }

                Check.Equal(sum, 30u);
            }

            c.Push("", 0);
        }),
        new("sequence/empty", () =>
        {
            var c = new Catalog(0, 0);
            Check.Items(c.Pages());
            c.Push("", 0);
        }),
        new("sequence/early-exit", () =>
        {
            var c = new Catalog(1000, 0);
            foreach (var pages in c.Pages())
            {
                if (pages == 50)
                    break;
            }

            c.Push("", 0);
        }),
        new("sequence/early-exit-with-handles", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(1000, n);
            var before = Check.Live();
            foreach (var book in c.Iter())
            {
                Check.End(book);
                break;
            }

            Check.Equal(Check.Live(), before);
            c.Push("", 0);
            Check.End(c);
            Check.Dropped(n, 1);
        }),
        new("sequence/early-exit-with-an-exception", () =>
        {
            var c = new Catalog(1000, 0);
            var before = Check.Live();
            var e = Check.Caught(() =>
            {
                foreach (var book in c.Iter())
                {
                    Check.End(book);
                    throw new TimeoutException("enough");
                }
            });
            Check.That(e is TimeoutException);
            Check.Equal(Check.Live(), before);
            c.Push("", 0);
        }),
        new("sequence/nested", () =>
        {
            var c = new Catalog(20, 0);
            var count = 0;
            foreach (var page in c.Pages())
            {
                foreach (var title in c.Titles())
                    count++;
            }

            Check.Equal(count, 400);
        }),
        new("sequence/twice", () =>
        {
            var pages = new Catalog(3, 0).Pages();
            Check.Equal(pages.Count(), 3);
            Check.Begun(() => pages.Count());
        }),
        new("sequence/within-itself", () =>
        {
            var pages = new Catalog(3, 0).Pages();
            var count = 0;
            foreach (var page in pages)
            {
                count++;
                Check.Begun(() => pages.Count());
            }

            Check.Equal(count, 3);
        }),
        new("sequence/outlives-its-owner", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(1000, n);
            var pages = c.Pages();
            Check.End(c);
            Check.Equal(pages.Count(), 1000);
            Check.Dropped(n, 1);
        }),
        new("sequence/owner-is-closed-in-the-loop", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(1000, n);
            var count = 0;
            foreach (var book in c.Iter())
            {
                Check.End(c, book);
                count++;
            }

            Check.Equal(count, 1000);
            Check.Dropped(n, 1);
        }),
        new("sequence/change-in-the-loop", () =>
        {
            var c = new Catalog(1000, 0);
            foreach (var _ in c.Pages())
            {
                Check.InUse(() => c.Push("", 0));
                Check.InUse(() => c.IntoBooks());
            }

            c.Push("", 0);
            Check.Equal(c.Len(), (nuint)1001);
        }),
        new("sequence/read-in-the-loop", () =>
        {
            var c = new Catalog(10, 0);
            foreach (var _ in c.Pages())
                Check.Equal(c.Len(), (nuint)10);
        }),
        new("sequence/never-begun", () =>
        {
            var n = Check.Tag();
            Abandon(n);
            Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(n), 1), 1);
        }),
        new("sequence/of-a-cursor", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(3, n);
            var cursor = c.Cursor();
            cursor.Advance();
            var rest = cursor.Rest();
            Check.End(c, cursor);
            Check.Items(rest, "title 1", "title 2");
            Check.Dropped(n, 1);
        }),
        new("sequence/item-outlives-it", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(3, n);
            Book? last = null;
            foreach (var book in c.Iter())
            {
                last?.Dispose();
                last = book;
            }

            Check.End(c);
            Check.Equal(last!.Title(), "title 2");
            Check.Dropped(n, 0);
            Check.End(last);
            Check.Dropped(n, 1);
        }),
    ];

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Abandon(uint tag)
    {
        var c = new Catalog(1000, tag);
        c.Pages();
        c.Iter();
        c.Dispose();
    }
}
