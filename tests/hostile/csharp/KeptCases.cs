using Objects;

namespace Hostile;

/// <summary>Texts and bytes that are kept in Rust: what borrows from them has a lease.</summary>
internal static class KeptCases
{
    public static readonly Case[] All =
    [
        new("kept/text", () =>
        {
            var kept = new RustText(" one two ");
            Check.Equal(kept.Len(), (nuint)9);
            Check.Equal(kept.ToString(), " one two ");
            var (first, second) = (new Tokens(kept), new Tokens(kept));
            Check.Equal(first.NextToken(), "one");
            Check.Equal(second.Text(), " one two ");
            Check.End(first, second, kept);
        }),
        new("kept/bytes", () =>
        {
            var haystack = "banana"u8.ToArray();
            var kept = new RustBytes(haystack);
            haystack.AsSpan().Fill((byte)'x');
            var m = new Matcher(kept, "a");
            Check.Items(m.Positions(), (nuint)1, (nuint)3, (nuint)5);
            Check.That(kept.ToArray().AsSpan().SequenceEqual("banana"u8));
            Check.Equal(kept.Len(), (nuint)6);
        }),
        new("kept/closed-before-what-borrows", () =>
        {
            var kept = new RustText(string.Concat(Enumerable.Repeat("a ", 1000)));
            var tokens = new Tokens(kept);
            Check.End(kept);
            Check.Equal(tokens.NextToken(), "a");
            Check.Closed(() => new Tokens(kept));
            Check.Closed(() => kept.Len());
            Check.End(tokens);
        }),
        new("kept/forgotten", () =>
        {
            var tokens = new Tokens(new RustText(string.Concat(Enumerable.Repeat("b ", 1000))));
            for (var round = 0; round < 3; round++)
                Check.Collect();
            Check.Equal(tokens.NextToken(), "b");
        }),
        new("kept/sequence", () =>
        {
            var kept = new RustText("a bb ccc");
            var words = ObjectsLib.Longest(kept, 2);
            Check.End(kept);
            Check.Items(words, "bb", "ccc");
        }),
        new("kept/count", () =>
        {
            Check.Equal(ObjectsLib.LongestCount("a bb ccc", 2), (nuint)2);
            var kept = new RustText("a bb ccc");
            Check.Equal(ObjectsLib.LongestCount(kept, 1), (nuint)3);
            Check.Equal(ObjectsLib.LongestCount(kept, 4), (nuint)0);
            Check.End(kept);
            Check.Closed(() => ObjectsLib.LongestCount(kept, 1));
        }),
        new("kept/empty", () =>
        {
            Check.Equal(new RustText("").Len(), (nuint)0);
            Check.Equal(ObjectsLib.LongestCount(new RustText(""), 0), (nuint)0);
            Check.Equal(new Matcher(new RustBytes([]), "x").Haystack().Length, 0);
        }),
        new("kept/not-text", () =>
        {
            Check.Missing(() => new RustText([0xFF]));
            Check.Missing(() => ObjectsLib.LongestCount("\ud800", 1));
        }),
    ];
}
