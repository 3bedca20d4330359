using System.Globalization;
using Objects;

namespace Hostile;

internal static class ViewCases
{
    public static readonly Case[] All =
    [
        new("view/text", () =>
        {
            var tokens = new Tokens(" one two ");
            var first = tokens.NextToken();
            Check.That(first is not null);
            Check.Equal(first, "one");
            var second = tokens.NextToken()!;
            Check.Equal(second, "two");
            Check.That(tokens.NextToken() is null);
            Check.Equal(tokens.Text(), " one two ");
        }),
        new("view/memory-is-written-to-afterwards", () =>
        {
            var haystack = "banana"u8.ToArray();
            var m = new Matcher(haystack, "a"u8);
            haystack.AsSpan().Fill((byte)'x');
            Check.Items(m.Positions(), (nuint)1, (nuint)3, (nuint)5);
            Check.That(m.Haystack().AsSpan().SequenceEqual("banana"u8));
        }),
        new("view/large", () =>
        {
            var haystack = new byte[1_000_000];
            haystack.AsSpan().Fill((byte)'b');
            var m = new Matcher(haystack, "b");
            Check.Equal(m.Positions().Count(), 1_000_000);
        }),
        new("view/empty", () =>
        {
            Check.That(new Tokens("").NextToken() is null);
            Check.Equal(new Matcher([], "x").Haystack().Length, 0);
        }),
        new("view/child-outlives-it", () =>
        {
            var tokens = new Tokens("a b c");
            var words = tokens.Words();
            Check.End(tokens);
            Check.Equal(words.Joined(), "a+b+c");
            Check.End(words);
        }),
        new("view/stored", () =>
        {
            var words = new Words();
            foreach (var word in (string[])["a", "bb", new string('c', 1000)])
                words.Push(word);
            Check.Equal(words.Get(1), "bb");
            Check.Equal(words.Joined().Length, 1005);
            Check.That(words.Get(3) is null);
        }),
        new("view/stored-in-a-child", () =>
        {
            var tokens = new Tokens("a b");
            var words = tokens.Words();
            words.Push("c");
            Check.End(tokens);
            words.Push("d");
            Check.Equal(words.Joined(), "a+b+c+d");
        }),
        new("view/stored-often", () =>
        {
            var words = Words.CreateDefault();
            for (var round = 0; round < 2000; round++)
                words.Push("w");
            Check.Equal(words.Joined().Length, 3999);
        }),
        new("view/stored-inside-of-data", () =>
        {
            using var words = new Words();
            string[] list = ["a", new('b', 1000), ""];
            words.Extend(list);
            Array.Clear(list);
            words.PushPair(("y", "z"));
            words.PushPair(("x", null));
            Check.Collect();
            Check.Equal(words.Joined(), $"a+{new string('b', 1000)}++y+z+x");
            for (var i = 0; i < 1000; i++)
                words.Extend([i.ToString(CultureInfo.InvariantCulture)]);
            Check.Equal(words.Get(1005), "999");
            Check.That(Check.Caught(() => words.Extend(["\ud800"])) is not null);
        }),
        new("view/kept-inside-of-data", () =>
        {
            string[] list = ["a", new('b', 1000)];
            var words = Words.Of(list);
            Array.Clear(list);
            Check.Collect();
            var items = words.Iter();
            words.Dispose();
            Check.Equal(items.Last().Length, 1000);
        }),
        new("view/sequence-outlives-it", () =>
        {
            var words = new Words();
            words.Push("a");
            words.Push("b");
            var items = words.Iter();
            Check.End(words);
            Check.Items(items, "a", "b");
        }),
        new("view/sequence-of-a-function", () => Check.Items(ObjectsLib.Longest("a bb ccc", 2), "bb", "ccc")),
        new("view/not-text", () =>
        {
            Check.Missing(() => new Tokens([0xFF]));
            var words = new Words();
            Check.Missing(() => words.Push([0xFF]));
            Check.Missing(() => words.Push("\ud800"));
            Check.Equal(words.Joined(), "");
        }),
        new("view/closed", () =>
        {
            var words = new Words();
            Check.End(words);
            Check.Closed(() => words.Push("a"));
        }),
        new("view/change-in-the-loop", () =>
        {
            var words = new Words();
            words.Push("a");
            foreach (var _ in words.Iter())
                Check.InUse(() => words.Push("b"));
            words.Push("b");
            Check.Equal(words.Joined(), "a+b");
        }),
    ];
}
