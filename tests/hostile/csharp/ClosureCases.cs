using System.Globalization;
using System.Text;
using Objects;

namespace Hostile;

/// <summary>Closures that Rust calls: in their right use.</summary>
internal static class ClosureCases
{
    public static readonly Case[] All =
    [
        new("closure/fn", () => Check.Equal(Closures.Apply(value => 2 * value, -21), -42L)),
        new("closure/called-often", () => Check.Equal(Closures.SumOf(1000, i => i), 499500u)),
        new("closure/nothing-in-nothing-out", () =>
        {
            var count = 0;
            Closures.Times(7, () => count++);
            Check.Equal(count, 7);
        }),
        new("closure/never-called", () => Closures.Times(0, () => Check.Fail("called"))),
        new("closure/once", () => Check.Equal(Closures.Once(text => text + " only"), "once only")),
        new("closure/by-reference", () => Check.Equal(Closures.ByReference((value, isMinus) => isMinus ? -value : 2 * value), 1.5)),
        new("closure/by-mutable-reference", () =>
        {
            var all = new StringBuilder();
            Closures.ByMutableReference(c => all.Append(c));
            Check.Equal(all.ToString(), "aß語");
        }),
        new("closure/boxed", () => Check.Items<byte>(Closures.Boxed(bytes => [.. bytes, 0, 255]), [.. "bytes"u8, 0, 255])),
        new("closure/text", () => Check.Items(Closures.MapWords("a ß c", word => word + word), "aa", "ßß", "cc")),
        new("closure/large-answer", () =>
        {
            string Repeat(string word, nuint at) => new(word[0], 1_000_000);
            Check.That(Closures.ReplaceAll("a b", Repeat) == Repeat("a", 0) + Repeat("b", 0));
        }),
        new("closure/large-argument", () =>
        {
            var word = new string('x', 1_000_000);
            Check.Equal(Closures.ReplaceAll(word, (got, _) => (got == word).ToString()), "True");
        }),
        new("closure/predicate", () =>
        {
            Check.Equal(Closures.Find([1, 2, 3], value => value > 1), 2L);
            Check.Equal(Closures.Find([1, 2, 3], _ => false), null);
        }),
        new("closure/ordering", () => Check.Items(Closures.SortBy([2, 3, 1], (a, b) => b.CompareTo(a)), 3L, 2L, 1L)),
        new("closure/option-out", () => Check.Items(
            Closures.FilterMap([1, 2, 3], value => value == 2 ? null : value.ToString(CultureInfo.InvariantCulture)), "1", "3")),
        new("closure/generic-result", () => Check.Equal(Closures.Joined(3, i => i.ToString(CultureInfo.InvariantCulture)), "0+1+2")),
        new("closure/changes-its-argument", () => Check.Items(
            Closures.ChangeAll(["a", "b", "c"], (nuint i, ref string value) =>
            {
                value += i;
                return i != 1;
            }), "a0", "c2")),
        new("closure/tuples", () => Check.Equal(Closures.Pairs(pair => (pair.Item2 + "!", (byte)(pair.Item1 + 1))), ("seven!", (byte)8))),
        new("closure/options", () => Check.Items(Closures.Options(text => (uint?)text?.Length), 4u, null)),
        new("closure/key", () => Check.Items(Closures.SortByKey(["ccc", "a", "bb"], word => word.Length), "a", "bb", "ccc")),
        new("closure/two", () =>
        {
            Check.Equal(Closures.Two(v => 2 * v, v => v + 1, 1), 4L);
            Check.Equal(Closures.Two(v => v + 1, v => 2 * v, 1), 3L);
        }),
        new("closure/scoped-access", () =>
        {
            var got = 0ul;
            Closures.WithNumber(number => got = number);
            Check.Equal(got, 42ul);
        }),
        new("closure/handle-out", () =>
        {
            var c = new Counter(8);
            Check.Equal(Closures.MakeCounter(() => c), 8L);
            Check.Closed(() => c.Value());
        }),
        new("closure/handle-in", () =>
        {
            Counter? kept = null;
            Check.That(Closures.GiveCounter(c =>
            {
                kept = c;
                return true;
            }));
            Check.Equal(kept!.Value(), 5L);
            Check.End(kept);
        }),
        new("closure/nested", () =>
        {
            var depth = 0;
            Check.Equal(Closures.Nested(0, _ => ++depth < 50 && Closures.Nested(0, i => i < 3) == 3), 49u);
        }),
        new("closure/on-threads", () =>
        {
            var calls = 0;
            Check.Equal(Closures.OnThreads(8, i =>
            {
                Interlocked.Increment(ref calls);
                return i;
            }), 28u);
            Check.Equal(calls, 8);
        }),
        new("closure/overload", () =>
        {
            using var s = Lent.Shelf();
            Check.Items(s.Retitled("x"), "x", "x", "x");
            Check.Items(s.Retitled(v => v.Pages().ToString(CultureInfo.InvariantCulture)), "10", "30", "20");
            Check.Items(Closures.Retitled(s, v => v.Title()), "one and two", "three", "four five");
        }),
        .. Lent.All,
        .. FailingClosures.All,
    ];
}
