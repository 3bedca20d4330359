using System.Runtime.CompilerServices;
using Objects;
using Version = Objects.Version;

namespace Hostile;

internal static class IdiomCases
{
    public static readonly Case[] All =
    [
        new("idiom/display", () =>
        {
            Check.Equal(new Version(1, 2).ToString(), "1.2");
            Check.Equal($"{new Version(1, 2)}", "1.2");
        }),
        new("idiom/debug", () => Check.Equal(DebuggerText(new Version(1, 2)), "Version { parts: [1, 2] }")),
        new("idiom/parse", () =>
        {
            Check.Equal(Version.Parse("3.4.5").ToString(), "3.4.5");
            Check.That(Version.TryParse("3.4"u8, out var v));
            Check.Equal(v.ToString(), "3.4");
        }),
        new("idiom/parse-error", () =>
        {
            Check.Equal(Check.Throws<VersionException>(() => Version.Parse("x")).Message, "`x` is not a version");
            Check.That(!Version.TryParse("x", out _));
        }),
        new("idiom/clone", () =>
        {
            var a = new Version(1, 2);
            var b = a.Clone();
            b.Raise();
            Check.Equal(a.Major(), 1u);
            Check.End(a);
            Check.Equal(b.Major(), 2u);
        }),
        new("idiom/equal", () =>
        {
            var (a, b) = (new Version(1, 2), new Version(1, 2));
            Check.That(a.Equals(b) && a == b && !(a != b));
            Check.That(a.Equals(a));
            b.Raise();
            Check.That(!a.Equals(b) && a != b);
        }),
        new("idiom/hash", () =>
        {
            var (a, b) = (new Version(1, 2), new Version(1, 2));
            Check.Equal(a.GetHashCode(), b.GetHashCode());
            b.Raise();
            Check.Equal(a.GetHashCode() == b.GetHashCode(), false);
        }),
        new("idiom/compare", () =>
        {
            var (a, b) = (new Version(1, 2), new Version(1, 3));
            Check.Equal(Math.Sign(a.CompareTo(b)), -1);
            Check.Equal(Math.Sign(b.CompareTo(a)), 1);
            Check.Equal(a.CompareTo(a), 0);
            Check.That(a < b && b >= a);
        }),
        new("idiom/sort", () =>
        {
            var all = Enumerable.Range(0, 50).Select(i => new Version((uint)i * 7 % 50, 0)).ToArray();
            Array.Sort(all);
            foreach (var (i, v) in all.Index())
                Check.Equal(v.Major(), (uint)i);
        }),
        new("idiom/arithmetic", () =>
        {
            Check.Equal((new Amount(7) + new Amount(3)).Cents(), 10L);
            Check.Equal((new Amount(7) - new Amount(3)).Cents(), 4L);
            Check.Equal((new Amount(7) * new Amount(3)).Cents(), 21L);
            Check.Equal((new Amount(7) / new Amount(3)).Cents(), 2L);
            Check.Equal((new Amount(7) % new Amount(3)).Cents(), 1L);
        }),
        new("idiom/arithmetic-consumes", () =>
        {
            var (a, b) = (new Amount(7), new Amount(3));
            _ = a + b;
            Check.Closed(() => a.Cents());
            Check.Closed(() => b.Cents());
        }),
        new("idiom/arithmetic-with-itself", () =>
        {
            var a = new Amount(7);
            Check.InUse(() => _ = a + a);
            Check.Equal(a.Cents(), 7L);
        }),
        new("idiom/arithmetic-panics", () =>
        {
            var (a, b) = (new Amount(7), new Amount(0));
            Check.Panics("attempt to divide by zero", () => _ = a / b);
            Check.Closed(() => a.Cents());
            Check.Closed(() => b.Cents());
        }),
        new("idiom/negation", () =>
        {
            Check.Equal((-new Amount(7)).Cents(), -7L);
            Check.Equal((!new Amount(7)).Cents(), -8L);
        }),
        new("idiom/index", () =>
        {
            var g = new Grid(3);
            Check.Equal(g[2], 2L);
        }),
        new("idiom/index-out-of-range", () =>
        {
            var g = new Grid(3);
            Check.Panics("index out of bounds: the len is 3 but the index is 3", () => _ = g[3]);
            Check.Equal(g[0], 0L);
        }),
        new("idiom/iterate", () =>
        {
            var s = new Steps(3);
            Check.Items(s, 1u, 2u, 3u);
        }),
        new("idiom/into-iterator", () =>
        {
            var s = Stack.CreateDefault();
            s.Push("a");
            s.Push("b");
            var items = s.IntoIter();
            Check.Closed(() => s.Len());
            Check.Items(items, "a", "b");
        }),
        new("idiom/from", () => Check.Equal(Version.FromU32(9).ToString(), "9")),
        new("idiom/try-from", () =>
        {
            var v = Version.FromI64(9);
            Check.Equal(v.ToString(), "9");
        }),
        new("idiom/try-from-error", () =>
        {
            Check.Equal(Check.Throws<VersionException>(() => Version.FromI64(-9)).Message, "`-9` is not a version");
            Check.That(!Version.TryFromI64(-9, out _));
        }),
        new("idiom/closed", () =>
        {
            var (a, b) = (new Version(1, 2), new Version(1, 2));
            Check.End(b);
            Check.Closed(() => _ = b.ToString());
            Check.Closed(() => b.Clone());
            Check.Closed(() => a.Equals(b));
            Check.Closed(() => b.Equals(a));
            Check.Closed(() => a.CompareTo(b));
            Check.Closed(() => b.GetHashCode());
        }),
    ];

    // What a debugger shows.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_DebuggerText")]
    private static extern string DebuggerText(Version version);
}
