using System.Text;
using Basics;
using Text = Basics.Text;

namespace Behaviour;

/// <summary>Each call gets memory that nothing else refers to, and that the collector would like to move.</summary>
internal static class CollectorCases
{
    public static readonly Case[] All =
    [
        new("collector/views", () => Check.Collecting(500, i =>
        {
            Check.Equal(Slices.SumBytes(Many<byte>(1, i * 7)), (ulong)i * 7);
            Check.Equal(Text.ByteLen(new string('x', i * 7)), (nuint)i * 7);
            Check.Equal(Text.ByteLen(Encoding.UTF8.GetBytes(new string('x', i * 7))), (nuint)i * 7);
        })),
        new("collector/borrowed-text", () => Check.Collecting(500, i =>
        {
            var word = $"word {i} {new string('w', i + 1)}";
            Check.Equal(Text.Trim($"  {word}  "), word);
            Check.Equal(Text.Trim(Encoding.UTF8.GetBytes($"  {word}  ")), word);
            Check.Equal(Text.Longer("short"[..(i % 5)], word + "!"), word + "!");
            Check.Equal(Options.After("pre" + word, "pre"), word);
            Check.Equal(Options.After(Encoding.UTF8.GetBytes("pre" + word), "pre"u8), word);
            Check.Equal(Text.Untab(word + "."), word + ".");
        })),
        new("collector/borrowed-slice", () => Check.Collecting(500, i =>
        {
            Check.Same<long>(Slices.Tail(Many<long>(i, i + 1)), Many<long>(i, i));
            Check.Same<ushort>(Slices.Cow(Many((ushort)i, i + 1)), Many((ushort)i, i + 1));
        })),
        new("collector/written-slice", () => Check.Collecting(500, i =>
        {
            var values = Many(i, i + 1);
            Slices.Double(values);
            Check.Same<int>(values, Many(2 * i, i + 1));
        })),
        new("collector/results", () => Check.Collecting(500, i =>
        {
            Check.Equal(Text.Repeat(new Rune('r'), (nuint)i), new string('r', i));
            if (i % 50 == 0)
                Check.Failed<RustException>(new string('x', i), () => BasicsLib.FailLong((nuint)i));
        })),
        new("collector/deep-stacks", () => Check.AtOnce(4, number =>
        {
            for (var depth = 0; depth < 200; depth++)
                Check.Equal(Deep(depth * 10, $"{number}{depth}"), $"X{number}{depth}");
        })),
    ];

    private static T[] Many<T>(T value, int count)
    {
        var values = new T[count];
        values.AsSpan().Fill(value);
        return values;
    }

    private static string Deep(int depth, string text)
    {
        Span<byte> room = stackalloc byte[64];
        room[depth % 64] = (byte)'x';
        if (depth == 0)
            return Text.Upper("x" + text);
        var result = Deep(depth - 1, text);
        return room[depth % 64] == 'x' ? result : "the stack was damaged";
    }
}
