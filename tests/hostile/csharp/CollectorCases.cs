using Objects;

namespace Hostile;

internal static class CollectorCases
{
    public static readonly Case[] All =
    [
        new("collector/between-calls", () =>
        {
            Counter c = null!;
            Between(
                () => c = new Counter(1),
                () => Check.Equal(c.Increment(), 2L),
                () => c.SetName("x"),
                () => Check.Equal(c.Name(), "x"),
                () => Check.Equal(c.IntoValue(), 2L),
                () => Check.Closed(() => c.Value()));
        }),
        new("collector/between-borrows", () =>
        {
            var n = 0u;
            Book? book = null;
            Cursor? cursor = null;
            Between(
                () => cursor = new Catalog(3, n = Check.Tag()).Cursor(),
                () => cursor!.Advance(),
                () => book = cursor!.Current(),
                () => cursor = null,
                () => Check.Dropped(n, 0),
                () => Check.Equal(book!.Title(), "title 1"),
                () => Check.End(book),
                () => book = null,
                () => Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(n), 1), 1));
        }),
        new("collector/between-views", () =>
        {
            Words words = null!;
            Between(
                () => words = new Tokens("a b").Words(),
                () => words.Push("c"),
                () => Check.Equal(words.Joined(), "a+b+c"));
        }),
        new("collector/in-a-loop", () =>
        {
            var n = Check.Tag();
            var count = 0u;
            Check.Forget(() =>
            {
                foreach (var book in new Catalog(200, n).Iter())
                {
                    GC.Collect();
                    Check.Equal(book.Pages(), 10 * count++);
                }
            });
            Check.Equal(count, 200u);
            Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(n), 1), 1);
        }),
        new("collector/builders", () =>
        {
            var b = Request.Builder();
            for (var i = 0; i < 100; i++)
            {
                GC.Collect();
                b = b.Part("x");
            }

            Check.Equal(b.Build().Text().Length, 199);
        }),
        new("collector/while-others-call", () =>
        {
            using var stop = new CancellationTokenSource();
            var collector = new Thread(() =>
            {
                while (!stop.IsCancellationRequested)
                    GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            });
            collector.Start();
            try
            {
                Check.AtOnce(4, _ =>
                {
                    for (var i = 0; i < 500 * Check.Scale; i++)
                    {
                        Check.Equal(new Counter(i).Plus(1).Value(), i + 1L);
                        Check.Equal(new Tokens("a b").Words().Joined(), "a+b");
                    }
                });
            }

            finally
            {
                stop.Cancel();
                collector.Join();
            }
        }),
        new("collector/forgotten", () =>
        {
            var n = Check.Tag();
            Check.Forget(() =>
            {
                for (var i = 0; i < 5000 * Check.Scale; i++)
                    _ = new Parcel(n);
            });
            Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(n), 5000 * Check.Scale), 5000 * Check.Scale);
        }),
        new("collector/forgotten-lists", () =>
        {
            var n = Check.Tag();
            Check.Forget(() => ObjectsLib.Parcels(n, 3000));
            Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(n), 3000), 3000);
        }),
        new("collector/forgotten-borrows", () =>
        {
            var n = Check.Tag();
            Check.Forget(() =>
            {
                for (var i = 0; i < 500; i++)
                    new Parcel(n).Chain().Longer();
            });
            Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(n), 500), 500);
        }),
        new("collector/forgotten-sequences", () =>
        {
            var n = Check.Tag();
            Check.Forget(() =>
            {
                for (var i = 0; i < 500; i++)
                    new Catalog(10, n).Iter();
            });
            Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(n), 500), 500);
        }),
        new("collector/forgotten-poisoned", () =>
        {
            var before = Check.Live();
            Check.Forget(() =>
            {
                for (var i = 0; i < 200; i++)
                {
                    var c = new Counter(1);
                    Check.Caught(() => c.IncrementTwice());
                }
            });
            Check.Equal(Check.Await(Check.Live, before), before);
        }),
        new("collector/forgotten-consumed", () =>
        {
            var n = Check.Tag();
            Check.Forget(() =>
            {
                for (var i = 0; i < 500; i++)
                    new Parcel(n).Open();
            });
            Check.Collect();
            Check.Dropped(n, 500);
        }),
        new("collector/forgotten-and-large", () =>
        {
            var before = Check.Live();
            var collections = GC.CollectionCount(0);
            Check.Forget(() =>
            {
                var megabyte = new byte[1 << 20];
                for (var i = 0; i < 300; i++)
                    _ = new RustBytes(megabyte);
            });

            // What C# allocates for them is far too little for that: it knows what they weigh.
            Check.That(GC.CollectionCount(0) > collections);
            Check.Equal(Check.Await(Check.Live, before), before);
            var kept = new RustBytes(new byte[1 << 20]);
            Check.End(kept, kept);
        }),
        new("collector/closed-is-not-released-again", () =>
        {
            var n = Check.Tag();
            Check.Forget(() =>
            {
                for (var i = 0; i < 500; i++)
                    new Parcel(n).Dispose();
            });
            var keep = ObjectsLib.Parcels(n, 500);
            for (var i = 0; i < 5; i++)
                Check.Collect();
            Check.Dropped(n, 500);
            foreach (var p in keep)
            {
                Check.Equal(p.Tag(), n);
                Check.End(p);
            }

            Check.Dropped(n, 1000);
        }),
        new("collector/owners-in-any-order", () =>
        {
            var n = Check.Tag();
            Check.Forget(() =>
            {
                List<Chain> all = [];
                for (var i = 0; i < 100; i++)
                {
                    var chain = new Parcel(n).Chain();
                    all.AddRange(chain, chain.Longer());
                }

                GC.KeepAlive(all);
            });
            Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(n), 100), 100);
        }),
        new("collector/argument-is-there-during-the-call", () =>
        {
            for (var i = 0L; i < 200 * Check.Scale; i++)
            {
                if (i % 10 == 0)
                    GC.Collect();
                Check.Equal(Counter.Sum(new Counter(i), new Counter(i)), 2 * i);
                Check.Equal(ObjectsLib.Three(new Counter(i), new Counter(i), new Counter(i)), 3 * i);
            }
        }),
        new("collector/live-is-flat", () =>
        {
            var c = new Catalog(3, 0);
            var before = Check.Live();
            for (var i = 0; i < 2000 * Check.Scale; i++)
            {
                using var cursor = c.Cursor();
                using var book = cursor.Current();
                foreach (var _ in c.Pages())
                    break;
            }

            Check.Equal(Check.Live(), before);
        }),
        new("collector/many-alive", () =>
        {
            var n = Check.Tag();
            var all = Enumerable.Range(0, 20_000 * Check.Scale).Select(_ => new Parcel(n)).ToArray();
            foreach (var p in all)
                Check.Equal(p.Tag(), n);
            foreach (var p in all)
                p.Dispose();
            Check.Dropped(n, all.Length);
        }),
    ];

    /// <summary>Runs each step after a collection.</summary>
    private static void Between(params Action[] steps)
    {
        for (var round = 0; round < Check.Scale; round++)
        {
            foreach (var step in steps)
            {
                Check.Collect();
                Check.Forget(step);
            }
        }

        Check.Collect();
    }
}
