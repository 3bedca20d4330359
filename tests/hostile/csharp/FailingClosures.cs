using System.Globalization;
using Objects;

namespace Hostile;

/// <summary>What goes wrong in closures.</summary>
internal static class FailingClosures
{
    private static readonly InvalidTimeZoneException _mine = new("mine");

    public static readonly Case[] All =
    [
        new("closure/nil", () =>
        {
            Check.Missing(() => ObjectsLib.Apply(null!, 1));
            Check.Missing(() => ObjectsLib.TryEach(1, null!));
        }),
        new("closure/panic-comes-back-whole", () =>
        {
            Check.That(ReferenceEquals(Check.Caught(() => ObjectsLib.Apply(_ => throw _mine, 1)), _mine));
            Check.That(ReferenceEquals(Check.Caught(() => ObjectsLib.Times(3, () => throw _mine)), _mine));
        }),
        new("closure/panic-a-thousand-times", () =>
        {
            for (var i = 0; i < 1000 * Check.Scale; i++)
            {
                var number = i.ToString(CultureInfo.InvariantCulture);
                Check.Equal(Check.Caught(() => ObjectsLib.MapWords("a b", _ => throw new InvalidTimeZoneException(number)))?.Message, number);
            }
        }),
        new("closure/panic-through-closures", () => Check.That(ReferenceEquals(
            Check.Caught(() => ObjectsLib.Times(1, () => ObjectsLib.Times(1, () => ObjectsLib.Times(1, () => throw _mine)))), _mine))),
        new("closure/panic-is-recovered-inside", () => ObjectsLib.Times(
            2, () => Check.That(ReferenceEquals(Check.Caught(() => ObjectsLib.Times(1, () => throw _mine)), _mine)))),
        new("closure/panic-of-rust-inside", () =>
        {
            using var c = new Counter(1);
            ObjectsLib.Times(1, () => Check.Panics("half way", () => c.IncrementTwice()));
            using var d = new Counter(1);
            Check.Panics("half way", () => ObjectsLib.Times(1, () => d.IncrementTwice()));
        }),
        new("closure/panic-poisons-what-is-written", () =>
        {
            using var s = Lent.Shelf();
            Check.That(ReferenceEquals(Check.Caught(() => s.Update(() => throw _mine)), _mine));
            Check.Poisoned(() => s.Len());
        }),
        new("closure/panic-leaves-what-is-read", () =>
        {
            using var s = Lent.Shelf();
            Check.That(ReferenceEquals(Check.Caught(() => s.Each(_ => throw _mine)), _mine));
            Check.Equal(s.Len(), (nuint)3);
        }),
        new("closure/panic-is-caught-by-the-crate", () =>
        {
            Check.Equal(ObjectsLib.Swallow(() => throw _mine), uint.MaxValue);
            Check.Equal(ObjectsLib.Swallow(() => 3), 3u);
        }),
        new("closure/panic-on-threads", () => Check.That(ReferenceEquals(
            Check.Caught(() => ObjectsLib.OnThreads(4, i => i == 2 ? throw _mine : i)), _mine))),
        new("closure/error-of-the-type-goes-to-rust", () =>
        {
            Check.Equal(ObjectsLib.TryEach(3, i => i == 1 ? throw new TroubleException("", Trouble.Small) : i), 1002u);
            Check.Equal(ObjectsLib.TryEach(2, _ => throw new TroubleException("", Trouble.Small)), 2000u);
            var e = Check.Throws<TroubleException>(() => ObjectsLib.TryEach(3, _ => throw new TroubleException("", Trouble.Large)));
            Check.Equal(e.Value, Trouble.Large);
            Check.That(!ObjectsLib.TryTryEach(3, _ => throw new TroubleException("", Trouble.Large), out _, out var error));
            Check.Equal(error, Trouble.Large);
            Check.Equal(ObjectsLib.IgnoreErrors(() => throw new TroubleException("", Trouble.Large)), (byte)255);
        }),
        new("closure/other-error-comes-back-whole", () =>
        {
            var calls = 0;
            Check.That(ReferenceEquals(Check.Caught(() => ObjectsLib.TryEach(3, _ =>
            {
                calls++;
                throw _mine;
            })), _mine));
            Check.Equal(calls, 1);
            Check.That(ReferenceEquals(Check.Caught(() => ObjectsLib.TryTryEach(3, _ => throw _mine, out _)), _mine));
            Check.That(ReferenceEquals(Check.Caught(() => ObjectsLib.IgnoreErrors(() => throw _mine)), _mine));
        }),
        new("closure/error-is-a-text", () =>
        {
            Check.Equal(Check.Throws<RustException>(() => ObjectsLib.TryText(() => throw new RustException("no"))).Message, "it said: no");
            Check.That(ReferenceEquals(Check.Caught(() => ObjectsLib.TryText(() => throw _mine)), _mine));
            ObjectsLib.TryText(() => { });
        }),
        new("closure/error-is-any", () =>
        {
            Check.Equal(Check.Throws<RustException>(() => ObjectsLib.TryAny(() => throw new RustException("no"))).Message, "no");
            Check.Equal(ObjectsLib.TryAny(() => 9), 9L);
        }),
        new("closure/answer-is-not-text", () => Check.Throws<ArgumentException>(() => ObjectsLib.Once(_ => "\ud800"))),
        new("closure/answer-is-a-closed-handle", () =>
        {
            var c = new Counter(8);
            Check.End(c);
            Check.Closed(() => ObjectsLib.MakeCounter(() => c));
            Check.Missing(() => ObjectsLib.MakeCounter(() => null!));
        }),
        new("closure/re-entrance-is-refused", () =>
        {
            using var s = Lent.Shelf();
            s.Retain(_ =>
            {
                Check.InUse(() => s.Len());
                Check.InUse(() => s.Retain(_ => true));
                return true;
            });
            Check.Equal(s.Len(), (nuint)3);
            Check.InUse(() => s.Retain(_ =>
            {
                s.Add("x", 1);
                return true;
            }));
            Check.Poisoned(() => s.Len());
        }),
        new("closure/closed-inside", () =>
        {
            var (s, count) = (Lent.Shelf(), 0);
            s.Each(v =>
            {
                Check.End(s);
                Check.Closed(() => s.Len());
                Check.That(v.Title().Length > 0);
                count++;
            });
            Check.Equal(count, 3);
        }),
    ];
}
