// Counts the words of a text, in a map that keeps them in the order in which they came.
using Indexmap;

const string text = "the quick fox and the lazy dog and the other dog";

using var counts = new IndexMapStringI64();
foreach (var word in text.Split(' '))
    counts.Insert(word, (counts.Get(word) ?? 0) + 1);

Console.WriteLine($"{counts.Len()} words, as they came:");
foreach (var (word, count) in counts)
    Console.WriteLine($"  {word}: {count}");
Console.WriteLine($"lazy is number {counts.GetIndexOf("lazy")}, and the first is {counts.First()!.Value.Item1}");

// The last one takes the place of what is removed by a swap; a shift keeps the order.
counts.SwapRemove("quick");
counts.ShiftRemove("and");
Console.WriteLine($"without two of them: {string.Join(' ', counts.Keys())}");
counts.SortKeys();
Console.WriteLine($"sorted: {string.Join(' ', counts.Keys())}");
counts.Reverse();
Console.WriteLine($"and back: {string.Join(' ', counts.Keys())}");

using var rest = counts.SplitOff(2);
Console.WriteLine($"split: {string.Join(' ', counts.Keys())} | {string.Join(' ', rest.Keys())}");

using var seen = new IndexSetString();
foreach (var word in text.Split(' '))
{
    if (!seen.Insert(word))
        Console.WriteLine($"again: {word}");
}

using var other = new IndexSetString();
foreach (var word in (string[])["cat", "dog", "fox"])
    other.Insert(word);
string Both(string word) => seen.Contains(word) && other.Contains(word) ? "true" : "false";
Console.WriteLine($"both have dog and cat: {Both("dog")} {Both("cat")}");
