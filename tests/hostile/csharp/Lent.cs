using Objects;

namespace Hostile;

/// <summary>What is lent to closures.</summary>
internal static class Lent
{
    public static readonly Case[] All =
    [
        new("closure/lent", () =>
        {
            using var s = Shelf();
            var all = new List<string>();
            s.Each(v => all.Add(v.Title()));
            Check.Items(all, "one and two", "three", "four five");
        }),
        new("closure/lent-mutably", () =>
        {
            using var s = Shelf();
            s.EachMut(v => v.SetPages(v.Pages() + 1));
            var sum = 0u;
            s.Each(v => sum += v.Pages());
            Check.Equal(sum, 63u);
        }),
        new("closure/lent-predicate", () =>
        {
            using var s = Shelf();
            s.Retain(v => v.Pages() > 10);
            Check.Equal(s.Len(), (nuint)2);
        }),
        new("closure/lent-two", () =>
        {
            using var s = Shelf();
            s.SortBy((a, b) => a.Pages().CompareTo(b.Pages()));
            Check.Items(s.Retitled(v => v.Title()), "one and two", "four five", "three");
        }),
        new("closure/lent-option", () =>
        {
            using var s = Shelf();
            var title = "";
            s.First(v => title = v!.Title());
            Check.Equal(title, "one and two");
            using var empty = new Objects.Shelf();
            empty.First(v => Check.That(v is null));
        }),
        new("closure/lent-whole", () =>
        {
            using var s = Shelf();
            var all = new List<string>();
            s.Passages(p => all.Add($"{p.At()}{p.Text()} {p.Tail().Text()}"));
            Check.Items(all, "0one ne", "1and nd", "2two wo", "0three hree", "0four our", "1five ive");
        }),
        new("closure/lent-is-closed-afterwards", () =>
        {
            using var s = Shelf();
            Volume? kept = null;
            s.Each(v =>
            {
                if (kept is not null)
                    Check.Closed(() => kept.Pages());
                kept = v;
            });
            Check.Closed(() => kept!.Pages());
            Check.End(kept, kept);
        }),
        new("closure/what-is-borrowed-from-it-is-closed", () =>
        {
            using var s = Shelf();
            var passages = new List<Passage>();
            s.Each(v =>
            {
                var p = v.Passage();
                passages.AddRange(p, p.Tail(), p.Tail().Tail(), p.Clone());
                passages.AddRange(v.Words());
            });
            foreach (var p in passages)
                Check.Closed(() => p.Text());
        }),
        new("closure/what-is-copied-from-it-stays", () =>
        {
            using var s = Shelf();
            Volume? copied = null;
            s.First(v => copied = v!.Clone());
            Check.Equal(copied!.Title(), "one and two");
            Check.End(copied);
        }),
        new("closure/sequence-of-it-is-over", () =>
        {
            using var s = Shelf();
            IEnumerable<Passage>? words = null;
            s.First(v => words = v!.Words());
            Check.Closed(() => Check.Items(words!));
        }),
        new("closure/lent-is-forgotten", () =>
        {
            using var s = Shelf();
            for (var i = 0; i < 20 * Check.Scale; i++)
            {
                s.Each(v =>
                {
                    for (var j = 0; j < 10; j++)
                        v.Passage().Tail();
                });
            }

            Check.Await(Check.Live, 1);
            Check.Equal(s.Len(), (nuint)3);
        }),
        new("closure/lent-is-closed-inside", () =>
        {
            using var s = Shelf();
            s.Each(v =>
            {
                var p = v.Passage();
                Check.End(v);
                Check.Closed(() => v.Pages());
                Check.That(p.Text().Length > 0);
            });
        }),
        new("closure/lent-is-read-only", () =>
        {
            using var s = Shelf();
            s.Each(v => Check.ReadOnly(() => v.SetPages(1)));
        }),
        new("closure/nothing-is-stored-in-it", () =>
        {
            using var s = Shelf();
            Check.Equal(s.Walk(w =>
            {
                Check.Equal(w.Step(), "one");
                Check.Throws<RustPanicException>(() => w.Note("text that is gone afterwards"));
            }), (nuint)3);
        }),
        new("closure/lent-to-another-thread", () =>
        {
            using var s = Shelf();
            s.Each(v =>
            {
                var pages = 0u;
                Check.OnThread(() => pages = v.Pages());
                Check.Equal(pages, v.Pages());
            });
        }),
        new("closure/another-thread-is-waited-for", () =>
        {
            using var s = Shelf();
            using var gate = Gate.CreateDefault();
            var pages = 0u;
            Thread? reader = null;
            s.First(v =>
            {
                reader = new Thread(() => pages = v!.Wait(gate));
                reader.Start();
                gate.AwaitWaiting(1);
                new Thread(() =>
                {
                    Thread.Sleep(20);
                    gate.Open();
                }).Start();
            });
            reader!.Join();
            Check.Equal(pages, 10u);
        }),
        new("closure/another-thread-afterwards", () =>
        {
            for (var i = 0; i < 50 * Check.Scale; i++)
            {
                using var s = Shelf();
                var stop = false;
                Exception? problem = null;
                var threads = new List<Thread>();
                s.Each(v =>
                {
                    var thread = new Thread(() =>
                    {
                        while (!Volatile.Read(ref stop) && Check.Caught(() => v.Passage().Tail().Text()) is var e)
                        {
                            if (e is not (null or ObjectDisposedException))
                                problem = e;
                            if (e is not null)
                                break;
                        }
                    });
                    threads.Add(thread);
                    thread.Start();
                });
                Volatile.Write(ref stop, true);
                foreach (var thread in threads)
                    thread.Join();
                Check.Equal(problem, null);
            }
        }),
        new("closure/what-is-not-send-stays-on-its-thread", () => Check.OnThread(() =>
        {
            using var s = Shelf();
            Bookmark? kept = null;
            s.First(v =>
            {
                Check.OnThread(() => Check.Throws<RustPanicException>(() => v!.Bookmark()));
                kept = v!.Bookmark();
                Check.Equal(kept.Page(), 11u);
                Check.OnThread(() => Check.Foreign(() => kept.Page()));
            });
            Check.Closed(() => kept!.Page());
        })),
        new("closure/lent-on-threads", () =>
        {
            using var s = Shelf();
            var sum = 0;
            s.EachOnThreads(v =>
            {
                foreach (var word in v.Words())
                    Interlocked.Add(ref sum, word.Text().Length);
            });
            Check.Equal(sum, 9 + 5 + 8);
        }),
        new("closure/lent-in-lent", () =>
        {
            using var a = Shelf();
            using var b = Shelf();
            var count = 0;
            a.Each(v =>
            {
                b.Each(w => count += v.Title() == w.Title() ? 1 : 0);
                a.Each(_ => count += 10);
                Check.That(v.Pages() > 0);
            });
            Check.Equal(count, 93);
        }),
    ];

    /// <summary>It has three volumes.</summary>
    public static Shelf Shelf()
    {
        var s = new Objects.Shelf();
        s.Add("one and two", 10);
        s.Add("three", 30);
        s.Add("four five", 20);
        return s;
    }
}
