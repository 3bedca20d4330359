using Objects;

namespace Hostile;

/// <summary>Types without a size.</summary>
internal static class StripCases
{
    public static readonly Case[] All =
    [
        new("strip/borrowed", () =>
        {
            var roll = new Roll([1, 2, 3]);
            var strip = roll.AsStrip();
            Check.Equal(strip.Len(), (nuint)3);
            Check.Items(strip.Iter(), 1u, 2u, 3u);
            Check.InUse(() => roll.Push(4));
            Check.ReadOnly(() => strip.Set(0, 9));
            Check.ReadOnly(() => strip.IntoVec());
            var tail = strip.FromPlace(1);
            Check.That(tail is not null && strip.FromPlace(4) is null);
            Check.End(strip, roll);
            Check.Equal(tail.Get(1), 3u);
            Check.End(tail);
        }),
        new("strip/changed", () =>
        {
            var roll = new Roll([1, 2, 3]);
            var strip = roll.AsMutStrip();
            strip.Set(1, 7);
            Check.InUse(() => roll.AsStrip());
            Check.End(strip);
            var again = roll.AsStrip();
            Check.Items(again.Iter(), 1u, 7u, 3u);
            Check.End(again, roll);
        }),
        new("strip/boxed", () =>
        {
            var roll = new Roll([1, 2]);
            var strip = roll.IntoStrip();
            Check.Closed(() => roll.Push(1));
            strip.Set(0, 5);
            Check.Items(strip.IntoVec(), 5u, 2u);
            Check.Closed(() => strip.Len());
        }),
        new("strip/shared", () =>
        {
            var roll = new Roll([1, 2]);
            var strip = roll.Shared();
            Check.End(roll);
            Check.Equal(strip.Len(), (nuint)2);
            // One that is shared stays so.
            Check.InUse(() => strip.IntoVec());
            Check.End(strip);
        }),
        new("strip/two-of-one", () =>
        {
            var roll = new Roll([1, 2, 3]);
            var strip = roll.AsStrip();
            var (first, second) = strip.SplitAt(1);
            Check.End(strip);
            Check.Equal(ObjectsLib.SumOfStrips([second, first, second]), 11u);
            Check.Closed(() => ObjectsLib.SumOfStrips([first, strip]));
            Check.End(first);
            Check.InUse(() => roll.Push(1));
            Check.End(second);
            roll.Push(1);
            Check.End(roll);
        }),
        new("strip/of-nothing", () =>
        {
            var none = Strip.None();
            Check.That(none.IsEmpty());
            Check.End(none);
        }),
        new("strip/null", () => Check.Missing(() => ObjectsLib.SumOfStrips([null!]))),
    ];
}
