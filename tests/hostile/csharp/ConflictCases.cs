using Objects;

namespace Hostile;

internal static class ConflictCases
{
    public static readonly Case[] All =
    [
        new("conflict/same-exclusive-twice", () =>
        {
            var c = new Counter(1);
            Check.InUse(() => c.Swap(c));
            Check.InUse(() => ObjectsLib.SwapBoth(c, c));
            Check.Equal(c.Increment(), 2L);
        }),
        new("conflict/same-exclusive-and-shared", () =>
        {
            var c = new Counter(1);
            Check.InUse(() => c.AddFrom(c));
            Check.Equal(c.Increment(), 2L);
        }),
        new("conflict/same-shared-and-exclusive", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            Check.InUse(() => ObjectsLib.Transfer(a, b, b));
            Check.InUse(() => ObjectsLib.Transfer(a, b, a));
            Check.InUse(() => ObjectsLib.Transfer(a, a, b));
            Check.Equal(a.Increment() + b.Increment(), 5L);
        }),
        new("conflict/same-consumed-twice", () =>
        {
            var c = new Counter(1);
            Check.InUse(() => ObjectsLib.Both(c, c));
            Check.InUse(() => c.Joined(c));
            Check.Equal(c.IntoValue(), 1L);
        }),
        new("conflict/same-shared-and-consumed", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            Check.InUse(() => ObjectsLib.Three(a, b, a));
            Check.InUse(() => ObjectsLib.Three(b, a, a));
            Check.Equal(ObjectsLib.Three(a, a, b), 4L);
        }),
        new("conflict/same-exclusive-and-consumed", () =>
        {
            var c = new Counter(1);
            Check.InUse(() => c.Absorb(c));
            Check.Equal(c.Increment(), 2L);
        }),
        new("conflict/copy-is-the-same", () =>
        {
            var p = Fragile.CreateDefault();
            Check.InUse(() => p.Touch(p));
            Check.Equal(p.Uses(), 0u);
        }),
        new("conflict/says-what-and-why", () =>
        {
            var c = new Counter(1);
            Check.That(Check.InUse(() => c.Swap(c)).Message.Contains(" is a Counter that is in use", StringComparison.Ordinal));
        }),
        new("conflict/owner-and-its-borrow", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            var larger = ObjectsLib.Larger(a, b);
            Check.Equal(Counter.Sum(larger, b), 4L);
            Check.InUse(() => ObjectsLib.Transfer(a, b, larger));
            Check.ReadOnly(() => larger.AddFrom(a));
            Check.ReadOnly(() => ObjectsLib.SwapBoth(larger, new Counter(1)));
            Check.ReadOnly(() => larger.IntoValue());
            Check.End(larger);
            ObjectsLib.SwapBoth(a, b);
        }),
        new("conflict/borrow-of-itself-as-an-argument", () =>
        {
            var c = new Catalog(2, 0);
            var cursor = c.Cursor();
            Check.InUse(() => c.Push("x", 1));
            Check.Equal(c.Select(c).Len(), (nuint)4);
            Check.End(cursor);
        }),
        new("conflict/writer-during-a-reader", () =>
        {
            var (p, gate) = (new Parcel(0), Gate.CreateDefault());
            Check.Meanwhile(gate, () => p.WaitIn(gate), () =>
            {
                Check.InUse(() => p.Grow(1));
                Check.Equal(p.Size(), (nuint)0);
            });
            p.Grow(1);
        }),
        new("conflict/reader-during-a-writer", () =>
        {
            var (p, gate) = (new Parcel(0), Gate.CreateDefault());
            Check.Meanwhile(gate, () => Check.Equal(p.Hold(gate), (nuint)1), () =>
            {
                Check.InUse(() => p.Size());
                Check.InUse(() => p.Chain());
            });
            Check.Equal(p.Size(), (nuint)1);
        }),
        new("conflict/writer-during-a-writer", () =>
        {
            var (p, gate) = (new Parcel(0), Gate.CreateDefault());
            Check.Meanwhile(gate, () => p.Hold(gate), () => Check.InUse(() => p.Grow(1)));
            Check.Equal(p.Size(), (nuint)1);
        }),
        new("conflict/call-during-a-consuming-call", () =>
        {
            var (p, gate) = (new Parcel(0), Gate.CreateDefault());
            Check.Meanwhile(gate, () => p.GiveUp(gate), () =>
            {
                Check.Closed(() => p.Size());
                Check.Closed(() => p.Open());
            });
        }),
        new("conflict/readers-run-in-parallel", () =>
        {
            var (p, gate) = (new Parcel(7), Gate.CreateDefault());
            var calls = Enumerable.Range(0, 4).Select(_ => new Thread(() => p.WaitIn(gate))).ToArray();
            foreach (var call in calls)
                call.Start();

            // All of them are in it at once.
            gate.AwaitWaiting(4);
            gate.Open();
            foreach (var call in calls)
                call.Join();
        }),
        new("conflict/no-deadlock-in-opposite-order", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            Check.AtOnce(4, number =>
            {
                var (first, second) = number % 2 == 0 ? (a, b) : (b, a);
                for (var round = 0; round < 500 * Check.Scale; round++)
                {
                    if (Check.Caught(() => ObjectsLib.SwapBoth(first, second)) is { } e and not RustHandleException { Reason: RustHandleReason.InUse })
                        throw e;
                }
            });
            Check.Equal(a.Value() + b.Value(), 3L);
        }),
        new("conflict/writers-at-once", () =>
        {
            var c = new Counter(0);
            var counted = 0L;
            Check.AtOnce(4, _ =>
            {
                for (var round = 0; round < 1000 * Check.Scale; round++)
                {
                    switch (Check.Caught(() => c.Increment()))
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
            Check.Equal(c.Value(), counted);
        }),
        new("conflict/borrowers-at-once", () =>
        {
            var n = Check.Tag();
            var c = new Catalog(5, n);
            Check.AtOnce(4, _ =>
            {
                for (var round = 0; round < 200 * Check.Scale; round++)
                {
                    var cursor = c.Cursor();
                    var book = cursor.Current()!;
                    cursor.Dispose();
                    Check.Equal(book.Title(), "title 0");
                    book.Dispose();
                }
            });
            c.Push("", 0);
            Check.End(c);
            Check.Dropped(n, 1);
        }),
        new("conflict/shared-and-close-at-once", () =>
        {
            for (var round = 0; round < 50 * Check.Scale; round++)
            {
                var n = Check.Tag();
                var c = new Catalog(5, n);
                Check.AtOnce(4, number =>
                {
                    if (number == 0)
                    {
                        c.Dispose();
                        return;
                    }

                    var e = Check.Caught(() =>
                    {
                        using var cursor = c.Cursor();
                        Check.Equal(cursor.At(), (nuint)0);
                    });
                    if (e is not (null or ObjectDisposedException))
                        throw e;
                });
                Check.Dropped(n, 1);
            }
        }),
        new("conflict/one-sequence-at-once", () =>
        {
            var pages = new Catalog(2000, 0).Pages();
            var sum = 0;
            Check.AtOnce(4, _ =>
            {
                var e = Check.Caught(() =>
                {
                    foreach (var page in pages)
                        Interlocked.Increment(ref sum);
                });
                if (e is not (null or InvalidOperationException))
                    throw e;
            });
            Check.Equal(sum, 2000);
        }),
    ];
}
