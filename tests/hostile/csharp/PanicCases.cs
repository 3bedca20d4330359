using System.Runtime.CompilerServices;
using Objects;

namespace Hostile;

internal static class PanicCases
{
    public static readonly Case[] All =
    [
        new("panic/half-way-poisons", () =>
        {
            var c = new Counter(1);
            Check.Panics("half way", () => c.IncrementTwice());
            Check.Poisoned(() => c.Value());
            Check.Poisoned(() => c.Increment());
            Check.Poisoned(() => c.IntoValue());
            Check.Poisoned(() => Counter.Sum(c, new Counter(1)));
        }),
        new("panic/poisoned-can-be-closed", () =>
        {
            var c = new Counter(1);
            var before = Check.Live();
            Check.Panics("half way", () => c.IncrementTwice());
            Check.Equal(Check.Live(), before);
            Check.End(c, c);
            Check.Equal(Check.Live(), before-1);
            Check.Closed(() => c.Value());
        }),
        new("panic/poisoned-says-why", () =>
        {
            var c = new Counter(1);
            Check.Caught(() => c.IncrementTwice());
            Check.That(Check.Poisoned(() => c.Value()).Message.Contains("panicked", StringComparison.Ordinal));
        }),
        new("panic/readers-poison-nothing", () =>
        {
            var c = new Counter(1);
            Check.Panics("only looked", () => c.LookAndPanic());
            Check.Equal(c.Increment(), 2L);
        }),
        new("panic/consumed-is-gone", () =>
        {
            var c = new Counter(1);
            var before = Check.Live();
            Check.Panics("consumed", () => c.ConsumeAndPanic());
            Check.Closed(() => c.Value());
            Check.Equal(Check.Live(), before-1);
        }),
        new("panic/both-are-poisoned", () =>
        {
            var (a, b) = (Fragile.CreateDefault(), Fragile.CreateDefault());
            Check.Panics("both are touched", () => a.Touch(b));
            Check.Poisoned(() => a.Uses());
            Check.Poisoned(() => b.Uses());
        }),
        new("panic/only-the-written-is-poisoned", () =>
        {
            var (a, b) = (Fragile.CreateDefault(), Fragile.CreateDefault());
            Check.Panics("leaned", () => a.LeanOn(b));
            Check.Poisoned(() => a.Uses());
            Check.Equal(b.Uses(), 0u);
        }),
        new("panic/refused-poisons-nothing", () =>
        {
            var a = Fragile.CreateDefault();
            Check.InUse(() => a.Touch(a));
            Check.Missing(() => a.Touch(null!));
            Check.Equal(a.Uses(), 0u);
        }),
        new("panic/before-a-value", () =>
        {
            var before = Check.Live();
            Check.Panics("no value", () => Fragile.Broken());
            Check.Equal(Check.Live(), before);
        }),
        new("panic/before-a-borrow", () =>
        {
            var f = Fragile.CreateDefault();
            Check.Panics("no borrow", () => f.BrokenBorrow());
            Check.Poisoned(() => f.Uses());
        }),
        new("panic/in-clone", () =>
        {
            var f = Fragile.CreateDefault();
            Check.Panics("no copy", () => f.Clone());
            Check.Equal(f.Uses(), 0u);
        }),
        new("panic/in-eq", () =>
        {
            var (a, b) = (Fragile.CreateDefault(), Fragile.CreateDefault());
            Check.Panics("no comparison", () => a.Equals(b));
            Check.Equal(a.Uses(), 0u);
        }),
        new("panic/in-display", () =>
        {
            var g = new Grumpy(0);
            Check.Panics("no comment", () => _ = g.ToString());
            Check.Equal(g.Mood(), 0u);
        }),
        new("panic/in-debug", () =>
        {
            var g = new Grumpy(2);
            Check.Equal(DebuggerText(g), "no details");
            Check.Equal(g.ToString(), "fine");
        }),
        new("panic/in-drop", () =>
        {
            var before = Check.Live();
            var w = new WillNotGo(1);
            Check.End(w);
            Check.Equal(Check.Live(), before);
            Check.Closed(() => w.Tag());
            Check.End(w);
        }),
        new("panic/in-drop-often", () =>
        {
            var before = Check.Live();
            for (var round = 0; round < 100; round++)
                Check.End(new WillNotGo(1));
            Check.Equal(Check.Live(), before);
        }),
        new("panic/in-drop-of-the-consumed", () =>
        {
            var w = new WillNotGo(1);
            Check.Panics("will not go", () => w.Consume());
            Check.Closed(() => w.Tag());
        }),
        new("panic/in-drop-of-the-forgotten", () =>
        {
            var before = Check.Live();
            Check.Forget(() => _ = new WillNotGo(1));
            Check.Equal(Check.Await(Check.Live, before), before);
        }),
        new("panic/in-next", () =>
        {
            var s = new Stumbler(3);
            Check.Panics("fell at 3", () => s.Walk().Count());
            Check.Equal(s.Steps(), 3u);
        }),
        new("panic/in-next-then-again", () =>
        {
            var walk = new Stumbler(1).Walk();
            Check.Panics("fell at 1", () => walk.Count());
            Check.Begun(() => walk.Count());
        }),
        new("panic/in-a-later-batch", () =>
        {
            var last = 0u;
            Check.Panics("fell at 100000", () =>
            {
                foreach (var step in new Stumbler(100_000).Walk())
                    last = step;
            });
            Check.That(last > 99_000);
        }),
        new("panic/after-the-loop-has-left", () =>
        {
            var s = new Stumbler(50);
            foreach (var step in s.Walk())
            {
                if (step == 5)
                    break;
            }

            Check.Equal(s.Steps(), 50u);
        }),
        new("panic/through-an-exclusive-borrow", () =>
        {
            var c = new Catalog(2, 0);
            var book = c.FindMut("title 1")!;
            Check.Panics("ripped", () => book.Rip());
            Check.Poisoned(() => book.Title());
            Check.End(book);
            // Somebody who could write to it panicked.
            Check.Poisoned(() => c.Len());
        }),
        new("panic/in-a-guard", () =>
        {
            var c = new Catalog(2, 0);
            var guard = c.Guard();
            Check.Panics("fumbled", () => guard.Fumble());
            Check.Poisoned(() => guard.Len());
            Check.End(guard);
            Check.Poisoned(() => c.Len());
            Check.End(c);
        }),
        new("panic/while-closed-elsewhere", () =>
        {
            var n = Check.Tag();
            var p = new Parcel(n);
            var chain = p.Chain();
            Check.End(p, chain);
            Check.Dropped(n, 1);
        }),
        new("panic/error-while-poisoned", () =>
        {
            var c = new Counter(1);
            Check.Caught(() => c.IncrementTwice());
            Check.Poisoned(() => c.Limited(1));
            Check.Poisoned(() => c.TryLimited(1, out _));
        }),
        new("panic/at-once", () =>
        {
            Check.AtOnce(4, _ =>
            {
                for (var round = 0; round < 100 * Check.Scale; round++)
                {
                    using var c = new Counter(1);
                    Check.Panics("half way", () => c.IncrementTwice());
                }
            });
        }),
    ];

    // What a debugger shows, to which nothing may be thrown.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_DebuggerText")]
    private static extern string DebuggerText(Grumpy grumpy);
}
