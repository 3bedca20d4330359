using Objects;

namespace Hostile;

internal static class ThreadCases
{
    public static readonly Case[] All =
    [
        new("thread/own", () =>
        {
            Check.OnThread(() =>
            {
                var l = new Local(0);
                Check.Equal(l.Increment(), 1u);
                l.Reset();
                Check.Equal(l.Increment(), 1u);
                Check.Equal(l.Finish(), 1u);
            });
        }),
        new("thread/foreign-call", () =>
        {
            Check.OnThread(() =>
            {
                var l = new Local(0);
                Check.OnThread(() =>
                {
                    Check.Foreign(() => l.Increment());
                    Check.Foreign(() => l.Reset());
                    Check.Foreign(() => l.Finish());
                    Check.Foreign(() => l.Counts());
                });
                Check.Equal(l.Increment(), 1u);
                Check.End(l);
            });
        }),
        new("thread/foreign-call-of-rc", () =>
        {
            Check.OnThread(() =>
            {
                var l = new Leaf(5);
                Check.OnThread(() =>
                {
                    // The value is Sync, and only its count is not.
                    Check.Equal(l.Value(), 5L);
                    Check.Foreign(() => l.Same());
                });
                Check.Equal(l.Value(), 5L);
                Check.End(l);
            });
        }),
        new("thread/foreign-close", () =>
        {
            var n = Check.Tag();
            Check.OnThread(() =>
            {
                var l = new Local(n);
                Check.OnThread(() => Check.End(l));
                Check.Closed(() => l.Increment());
                // That was a call of its own thread.
                Check.Dropped(n, 1);
            });
        }),
        new("thread/foreign-close-ends-with-the-thread", () =>
        {
            var n = Check.Tag();
            Check.OnThread(() =>
            {
                var l = new Local(n);
                Check.OnThread(() => Check.End(l));
            });
            Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(n), 1), 1);
        }),
        new("thread/forgotten-ends-on-its-own", () =>
        {
            var n = Check.Tag();
            Check.OnThread(() =>
            {
                Check.Forget(() => _ = new Local(n));
                var dropped = Check.Await(() =>
                {
                    new Local(0).Dispose();
                    return (int)ObjectsLib.Dropped(n);
                }, 1);
                Check.Equal(dropped, 1);
            });
        }),
        new("thread/kept-where-the-thread-is-gone", () =>
        {
            var n = Check.Tag();
            Local l = null!;
            Check.OnThread(() => l = new Local(n));
            Check.Foreign(() => l.Increment());
            Check.End(l);
            Check.Closed(() => l.Increment());
            Check.Dropped(n, 0);
            Check.Kept++;
        }),
        new("thread/foreign-sequence", () =>
        {
            Check.OnThread(() =>
            {
                var l = new Local(0);
                var counts = l.Counts();
                Check.OnThread(() => Check.Foreign(() => counts.Count()));
                Check.End(l);
            });
        }),
        new("thread/borrow-of-its-own", () =>
        {
            Check.OnThread(() =>
            {
                var l = new Local(0);
                l.Increment();
                var sum = 0u;
                foreach (var count in l.Counts())
                    sum += count;
                Check.Equal(sum, 6u);
                Check.End(l);
            });
        }),
        new("thread/send-moves", () =>
        {
            var c = new Counter(0);
            for (var round = 0; round < 20; round++)
                Check.OnThread(() => c.Increment());
            Check.Equal(c.Value(), 20L);
            Check.OnThread(() => Check.End(c));
        }),
        new("thread/not-sync-moves", () =>
        {
            var r = new Racy();
            for (var round = 0; round < 20; round++)
                Check.OnThread(() => r.Increment());
            Check.Equal(r.Increment(), 21u);
        }),
        new("thread/not-sync-one-at-a-time", () =>
        {
            var (r, gate) = (new Racy(), Gate.CreateDefault());
            Check.Meanwhile(gate, () => Check.Equal(r.IncrementAt(gate), 1u), () =>
            {
                Check.InUse(() => r.Increment());
            });
            Check.Equal(r.Increment(), 2u);
        }),
        new("thread/not-sync-at-once", () =>
        {
            var r = new Racy();
            var counted = 1;
            Check.AtOnce(4, _ =>
            {
                for (var round = 0; round < 500 * Check.Scale; round++)
                {
                    switch (Check.Caught(() => r.Increment()))
                    {
                        case null:
                            Interlocked.Increment(ref counted);
                            break;
                        case RustHandleException { Reason: RustHandleReason.InUse }:
                            break;
                        case var e:
                            throw e;
                    }
                }
            });
            Check.Equal(r.Increment(), (uint)counted);
        }),
        new("thread/sync-at-once", () =>
        {
            var s = new Shared(0);
            Check.AtOnce(8, _ =>
            {
                for (var round = 0; round < 500 * Check.Scale; round++)
                    s.Add(1);
            });
            Check.Equal(s.Value(), 8L * 500 * Check.Scale);
        }),
        new("thread/made-here-closed-there", () =>
        {
            var n = Check.Tag();
            using var parcels = new System.Collections.Concurrent.BlockingCollection<Parcel>(10);
            var closer = new Thread(() =>
            {
                foreach (var p in parcels.GetConsumingEnumerable())
                    p.Dispose();
            });
            closer.Start();
            for (var i = 0; i < 500 * Check.Scale; i++)
                parcels.Add(new Parcel(n));
            parcels.CompleteAdding();
            closer.Join();
            Check.Dropped(n, 500 * Check.Scale);
        }),
        new("thread/borrow-moves", () =>
        {
            var c = new Catalog(3, 0);
            var cursor = c.Cursor();
            Check.OnThread(() =>
            {
                Check.Equal(cursor.Advance(), true);
                Check.End(cursor);
            });
            c.Push("", 0);
        }),
        new("thread/tasks-migrate", () =>
        {
            var tasks = Enumerable.Range(0, 16).Select(async number =>
            {
                using var c = new Counter(number);
                for (var i = 0; i < 100; i++)
                {
                    await Task.Yield();
                    Check.Equal(c.Increment(), number + i + 1L);
                }
            }).ToArray();
            Task.WaitAll(tasks);
        }),
        new("thread/exit-with-values-alive", () =>
        {
            var start = new System.Diagnostics.ProcessStartInfo(Environment.ProcessPath!, ["exit"]) { RedirectStandardOutput = true };
            using var process = System.Diagnostics.Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Check.Equal(process.ExitCode, 0);
            Check.Equal(output, "about to exit\n");
        }),
    ];

    /// <summary>
    /// Leaves values of every kind alive as the process ends: owned, borrowed, forgotten, in a sequence, of a thread, and in use by
    /// calls that go on.
    /// </summary>
    public static int Exit()
    {
        var c = new Catalog(1000, 1);
        c.Cursor();
        var gate = Gate.CreateDefault();
        for (var i = 0; i < 4; i++)
        {
            var thread = new Thread(() =>
            {
                var (local, stays) = (new Local(1), new WillNotGo(1));
                new Parcel(1).WaitIn(gate);
                GC.KeepAlive((local, stays));
            }) { IsBackground = true };
            thread.Start();
        }

        gate.AwaitWaiting(4);
        ObjectsLib.Parcels(1, 1000);
        GC.Collect();
        foreach (var _ in c.Pages())
        {
            Console.WriteLine("about to exit");
            Environment.Exit(0);
        }

        return 1;
    }
}
