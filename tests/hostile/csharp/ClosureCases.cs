using System.Globalization;
using System.Text;
using Objects;

namespace Hostile;

/// <summary>Closures that Rust calls: in their right use.</summary>
internal static class ClosureCases
{
    public static readonly Case[] All =
    [
        new("closure/fn", () => Check.Equal(ObjectsLib.Apply(value => 2 * value, -21), -42L)),
        new("closure/called-often", () => Check.Equal(ObjectsLib.SumOf(1000, i => i), 499500u)),
        new("closure/nothing-in-nothing-out", () =>
        {
            var count = 0;
            ObjectsLib.Times(7, () => count++);
            Check.Equal(count, 7);
        }),
        new("closure/never-called", () => ObjectsLib.Times(0, () => Check.Fail("called"))),
        new("closure/once", () => Check.Equal(ObjectsLib.Once(text => text + " only"), "once only")),
        new("closure/by-reference", () => Check.Equal(ObjectsLib.ByReference((value, isMinus) => isMinus ? -value : 2 * value), 1.5)),
        new("closure/by-mutable-reference", () =>
        {
            var all = new StringBuilder();
            ObjectsLib.ByMutableReference(c => all.Append(c));
            Check.Equal(all.ToString(), "aß語");
        }),
        new("closure/boxed", () => Check.Items<byte>(ObjectsLib.Boxed(bytes => [.. bytes, 0, 255]), [.. "bytes"u8, 0, 255])),
        new("closure/text", () => Check.Items(ObjectsLib.MapWords("a ß c", word => word + word), "aa", "ßß", "cc")),
        new("closure/large-answer", () =>
        {
            string Repeat(string word, nuint at) => new(word[0], 1_000_000);
            Check.That(ObjectsLib.ReplaceAll("a b", Repeat) == Repeat("a", 0) + Repeat("b", 0));
        }),
        new("closure/large-argument", () =>
        {
            var word = new string('x', 1_000_000);
            Check.Equal(ObjectsLib.ReplaceAll(word, (got, _) => (got == word).ToString()), "True");
        }),
        new("closure/predicate", () =>
        {
            Check.Equal(ObjectsLib.Find([1, 2, 3], value => value > 1), 2L);
            Check.Equal(ObjectsLib.Find([1, 2, 3], _ => false), null);
        }),
        new("closure/ordering", () => Check.Items(ObjectsLib.SortBy([2, 3, 1], (a, b) => b.CompareTo(a)), 3L, 2L, 1L)),
        new("closure/option-out", () => Check.Items(
            ObjectsLib.FilterMap([1, 2, 3], value => value == 2 ? null : value.ToString(CultureInfo.InvariantCulture)), "1", "3")),
        new("closure/generic-result", () => Check.Equal(ObjectsLib.Joined(3, i => i.ToString(CultureInfo.InvariantCulture)), "0+1+2")),
        new("closure/changes-its-argument", () => Check.Items(
            ObjectsLib.ChangeAll(["a", "b", "c"], (nuint i, ref string value) =>
            {
                value += i;
                return i != 1;
            }), "a0", "c2")),
        new("closure/tuples", () => Check.Equal(ObjectsLib.Pairs(pair => (pair.Item2 + "!", (byte)(pair.Item1 + 1))), ("seven!", (byte)8))),
        new("closure/options", () => Check.Items(ObjectsLib.Options(text => (uint?)text?.Length), 4u, null)),
        new("closure/key", () => Check.Items(ObjectsLib.SortByKey(["ccc", "a", "bb"], word => $"{word.Length}"), "a", "bb", "ccc")),
        new("closure/two", () =>
        {
            Check.Equal(ObjectsLib.Two(v => 2 * v, v => v + 1, 1), 4L);
            Check.Equal(ObjectsLib.Two(v => v + 1, v => 2 * v, 1), 3L);
        }),
        new("closure/scoped-access", () =>
        {
            var got = 0ul;
            ObjectsLib.WithNumber(number => got = number);
            Check.Equal(got, 42ul);
        }),
        new("closure/handle-out", () =>
        {
            var c = new Counter(8);
            Check.Equal(ObjectsLib.MakeCounter(() => c), 8L);
            Check.Closed(() => c.Value());
        }),
        new("closure/handle-in", () =>
        {
            Counter? kept = null;
            Check.That(ObjectsLib.GiveCounter(c =>
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
            Check.Equal(ObjectsLib.Nested(0, _ => ++depth < 50 && ObjectsLib.Nested(0, i => i < 3) == 3), 49u);
        }),
        new("closure/on-threads", () =>
        {
            var calls = 0;
            Check.Equal(ObjectsLib.OnThreads(8, i =>
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
            Check.Items(ObjectsLib.Retitled(s, v => v.Title()), "one and two", "three", "four five");
        }),
        .. Lent.All,
        .. FailingClosures.All,
    ];
}
