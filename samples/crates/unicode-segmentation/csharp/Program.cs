// Takes a text apart into what a reader sees: characters, words and sentences.
using System.Text;
using UnicodeSegmentation;
using static UnicodeSegmentation.UnicodeSegmentationLib;

const string text = "Ça va? The family 👨‍👩‍👧 has 3.14 cakes 🇫🇷. नमस्ते, Zoë can't wait!";

var (major, _, _) = UnicodeVersion;
Console.WriteLine($"Unicode 15 or newer: {(major >= 15 ? "true" : "false")}");

var bytes = Encoding.UTF8.GetByteCount(text);
Console.WriteLine($"{bytes} bytes, {text.EnumerateRunes().Count()} code points, {Graphemes(text, true).Count()} characters");

Console.WriteLine("\ncharacters of more than one code point:");
foreach (var (index, character) in GraphemeIndices(text, true))
{
    if (character.EnumerateRunes().Count() is > 1 and var points)
        Console.WriteLine($"  at {index}: {character}, {points} code points");
}

Console.WriteLine("\nsentences:");
foreach (var sentence in UnicodeSentences(text))
{
    Console.WriteLine($"  [{sentence}]");
    foreach (var word in UnicodeWords(sentence))
        Console.Write($"    {word}");
    Console.WriteLine();
}

Console.WriteLine("\na cursor, backwards from the end:");
using var cursor = new GraphemeCursor((nuint)bytes, (nuint)bytes, true);
for (var i = 0; i < 3; i++)
{
    if (!cursor.PrevBoundary(text, 0).TryGetValue(out var boundary, out var incomplete))
    {
        Console.WriteLine($"  {incomplete}");
        return;
    }

    Console.WriteLine($"  {boundary}");
}
