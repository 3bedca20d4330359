using Objects;

namespace Hostile;

internal static class CloseCases
{
    public static readonly Case[] All =
    [
        new("close/use-after", () =>
        {
            var c = new Counter(1);
            Check.End(c);
            Check.Closed(() => c.Value());
            Check.Closed(() => c.Increment());
            Check.Closed(() => c.IntoValue());
            Check.Closed(() => c.Name());
            Check.Closed(() => c.Plus(1));
        }),
        new("close/says-what-and-why", () =>
        {
            var c = new Counter(1);
            Check.End(c);
            var e = Check.Closed(() => c.Value());
            Check.Equal(e.ObjectName, "Counter");
            Check.That(e.Message.StartsWith("The object is a Counter that was closed.", StringComparison.Ordinal));
        }),
        new("close/twice", () =>
        {
            var n = Check.Tag();
            var p = new Parcel(n);
            Check.End(p, p, p);
            Check.Dropped(n, 1);
        }),
        new("close/at-once", () =>
        {
            for (var round = 0; round < 50 * Check.Scale; round++)
            {
                var n = Check.Tag();
                var p = new Parcel(n);
                Check.AtOnce(8, _ => p.Dispose());
                Check.Dropped(n, 1);
            }
        }),
        new("close/at-once-with-calls", () =>
        {
            for (var round = 0; round < 50 * Check.Scale; round++)
            {
                var n = Check.Tag();
                var p = new Parcel(n);
                Check.AtOnce(4, number =>
                {
                    if (number == 0)
                    {
                        p.Dispose();
                        return;
                    }

                    for (var call = 0; call < 20; call++)
                    {
                        if (Check.Caught(() => Check.Equal(p.Tag(), n)) is { } e and not ObjectDisposedException)
                            throw e;
                    }
                });
                Check.Dropped(n, 1);
            }
        }),
        new("close/argument", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            Check.End(b);
            Check.Closed(() => a.AddFrom(b));
            Check.Closed(() => a.Swap(b));
            Check.Closed(() => a.Absorb(b));
            Check.Closed(() => ObjectsLib.OrZero(b));
            Check.Closed(() => ObjectsLib.TakeOrZero(b));
            Check.Equal(a.Increment(), 2L);
        }),
        new("close/names-the-argument", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            Check.End(b);
            Check.That(Check.Closed(() => ObjectsLib.Both(a, b)).Message.Contains("The argument second ", StringComparison.Ordinal));
            Check.Equal(a.Value(), 1L);
        }),
        new("close/during-a-call", () =>
        {
            var n = Check.Tag();
            var (p, gate) = (new Parcel(n), Gate.CreateDefault());
            Check.Meanwhile(gate, () => Check.Equal(p.WaitIn(gate), n), () =>
            {
                Check.End(p);
                Check.Closed(() => p.Tag());
                Check.Dropped(n, 0);
            });
            Check.Dropped(n, 1);
        }),
        new("close/during-an-exclusive-call", () =>
        {
            var n = Check.Tag();
            var (p, gate) = (new Parcel(n), Gate.CreateDefault());
            Check.Meanwhile(gate, () => Check.Equal(p.Hold(gate), (nuint)1), () =>
            {
                Check.End(p);
                Check.Closed(() => p.Tag());
                Check.Dropped(n, 0);
            });
            Check.Dropped(n, 1);
        }),
        new("close/during-a-consuming-call", () =>
        {
            var n = Check.Tag();
            var (p, gate) = (new Parcel(n), Gate.CreateDefault());
            Check.Meanwhile(gate, () => Check.Equal(p.GiveUp(gate), n), () =>
            {
                Check.End(p);
                Check.Closed(() => p.Tag());
                Check.Dropped(n, 0);
            });
            Check.Dropped(n, 1);
        }),
        new("close/argument-during-a-call", () =>
        {
            var gate = Gate.CreateDefault();
            var (p, second) = (new Parcel(0), Gate.CreateDefault());
            Check.Meanwhile(gate, () => p.WaitIn(gate), () => Check.End(second));
            Check.Closed(() => p.WaitIn(second));
        }),
        new("close/during-many-calls", () =>
        {
            var n = Check.Tag();
            var (p, gate) = (new Parcel(n), Gate.CreateDefault());
            var calls = Enumerable.Range(0, 8).Select(_ => new Thread(() => p.WaitIn(gate))).ToArray();
            foreach (var call in calls)
                call.Start();
            gate.AwaitWaiting(8);
            Check.End(p);
            Check.Dropped(n, 0);
            gate.Open();
            foreach (var call in calls)
                call.Join();
            Check.Dropped(n, 1);
        }),
        new("close/nil", () =>
        {
            Counter? c = null;
            Check.End(c);
        }),
        new("close/nil-receiver", () =>
        {
            Counter c = null!;
            Check.Missing(() => c.Value());
            Check.Missing(() => c.Increment());
            Check.Missing(() => c.IntoValue());
        }),
        new("close/nil-argument", () =>
        {
            var c = new Counter(1);
            Check.Missing(() => c.AddFrom(null!));
            Check.Missing(() => c.Swap(null!));
            Check.Missing(() => c.Absorb(null!));
            Check.Missing(() => ObjectsLib.Both(c, null!));
            Check.Missing(() => ObjectsLib.Transfer(c, null!, c));
            Check.Equal(c.Increment(), 2L);
        }),
        new("close/zero-value", () =>
        {
            // An object whose constructor never ran.
            var c = (Counter)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(Counter));
            Check.Missing(() => c.Value());
            Check.Missing(() => new Counter(1).AddFrom(c));
            Check.End(c, c);
        }),
        new("close/copy", () =>
        {
            // What Go copies, C# refers to twice.
            var n = Check.Tag();
            var p = new Parcel(n);
            var copied = p;
            Check.Equal(copied.Tag(), n);
            Check.End(p);
            Check.Closed(() => copied.Tag());
            Check.End(copied);
            Check.Dropped(n, 1);
        }),
        new("close/copy-first", () =>
        {
            var n = Check.Tag();
            var p = new Parcel(n);
            using (p)
                Check.Equal(p.Tag(), n);
            Check.Closed(() => p.Tag());
            Check.End(p);
            Check.Dropped(n, 1);
        }),
        new("close/copy-outlives-it", () =>
        {
            // One that its own finalizer has released already is there again.
            var n = Check.Tag();
            Forget(n);
            Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(n), 1), 1);
            Check.Equal(Check.Await(() => Keeper.Kept is null ? 0 : 1, 1), 1);
            Check.Closed(() => Keeper.Kept!.Tag());
            Check.End(Keeper.Kept!);
            Keeper.Kept = null;
        }),
        new("close/cell-is-used-again", () =>
        {
            var n = Check.Tag();
            var old = new Counter(1);
            Check.End(old);
            for (var round = 0; round < 1000; round++)
            {
                var p = new Parcel(n);
                Check.Closed(() => old.Value());
                Check.End(old);
                Check.Equal(p.Tag(), n);
                Check.End(p);
            }

            Check.Dropped(n, 1000);
        }),
        new("close/of-another-type-then", () =>
        {
            var old = Enumerable.Range(0, 100).Select(_ => new Counter(1)).ToArray();
            Check.End(old);
            var values = Enumerable.Range(0, 100).Select(_ => new Parcel(0)).ToArray();
            foreach (var (i, c) in old.Index())
            {
                Check.Closed(() => c.Value());
                Check.End(c);
                Check.Equal(values[i].Tag(), 0u);
            }
        }),
        new("close/in-any-order", () =>
        {
            foreach (var first in Enumerable.Range(0, 3))
            {
                foreach (var second in Enumerable.Range(0, 2))
                {
                    var n = Check.Tag();
                    var p = new Parcel(n);
                    var a = p.Chain();
                    List<IDisposable> all = [p, a, a.Longer()];
                    foreach (var i in (int[])[first, second, 0])
                    {
                        Check.Dropped(n, 0);
                        all[i].Dispose();
                        all.RemoveAt(i);
                    }

                    Check.Dropped(n, 1);
                }
            }
        }),
        new("consume/again", () =>
        {
            var c = new Counter(1);
            c.IntoValue();
            Check.Closed(() => c.IntoValue());
            Check.Closed(() => c.Value());
            Check.End(c);
        }),
        new("consume/again-as-an-argument", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            a.Absorb(b);
            Check.Closed(() => a.Absorb(b));
            Check.Closed(() => ObjectsLib.Both(a, b));
            Check.Equal(a.Value(), 3L);
        }),
        new("consume/at-once", () =>
        {
            for (var round = 0; round < 50 * Check.Scale; round++)
            {
                var n = Check.Tag();
                var p = Parcel.OfSize(n, 3);
                var won = 0;
                Check.AtOnce(8, _ =>
                {
                    switch (Check.Caught(() => p.Open()))
                    {
                        case null:
                            Interlocked.Increment(ref won);
                            break;
                        case ObjectDisposedException or RustHandleException { Reason: RustHandleReason.InUse }:
                            break;
                        case var e:
                            throw e;
                    }
                });
                Check.Equal(won, 1);
                Check.Dropped(n, 1);
            }
        }),
        new("consume/frees", () =>
        {
            var n = Check.Tag();
            Check.Equal(Parcel.OfSize(n, 10).Open().Length, 10);
            Check.Dropped(n, 1);
        }),
        new("consume/with-a-borrow", () =>
        {
            var p = Parcel.OfSize(0, 10);
            var chain = p.Chain();
            Check.InUse(() => p.Open());
            Check.End(chain);
            Check.Equal(p.Open().Length, 10);
        }),
        new("consume/after-close-with-a-borrow", () =>
        {
            var p = new Parcel(0);
            var chain = p.Chain();
            Check.End(p);
            Check.Closed(() => p.Open());
            Check.End(chain);
            Check.Closed(() => p.Open());
        }),
        new("consume/during-a-call", () =>
        {
            var (p, gate) = (new Parcel(0), Gate.CreateDefault());
            Check.Meanwhile(gate, () => p.WaitIn(gate), () => Check.InUse(() => p.Open()));
            Check.Equal(p.Open().Length, 0);
        }),
        new("consume/into-another", () =>
        {
            var label = ObjectsLib.Label("x", new Counter(1));
            var c = new Counter(2);
            Check.End(c);
            Check.Closed(() => ObjectsLib.Label("y", c));
            Check.Equal(label.Counter.Value(), 1L);
        }),
        new("consume/one-refused-keeps-the-other", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            Check.End(b);
            Check.Closed(() => ObjectsLib.Both(a, b));
            Check.Closed(() => ObjectsLib.Both(b, a));
            Check.Equal(a.IntoValue(), 1L);
        }),
    ];

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Forget(uint tag) => _ = new Keeper(new Parcel(tag));

    // Is collected together with the parcel, and then keeps it for good: a weak handle would lose it with the next collection.
    private sealed class Keeper(Parcel parcel)
    {
        public static volatile Parcel? Kept;

        ~Keeper() => Kept = parcel;
    }
}
