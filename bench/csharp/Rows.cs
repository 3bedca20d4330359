using System.Runtime.CompilerServices;
using System.Text;
using FbbenchHand;
using Generated = Fbbench.FbbenchLib;

namespace Ferrobind.Bench;

/// <summary>The rows of the table: one call of each on both sides.</summary>
internal static class Rows
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private static readonly string Text16 = "sixteen bytes ok";
    private static readonly string Text1K = string.Concat(Enumerable.Repeat("a kilobyte: 32 characters, 32 x ", 32));
    private static readonly byte[] Bytes1M = [.. Enumerable.Repeat((byte)7, 1 << 20)];
    private static readonly string Faulty = "12x4";

    private static long _sum;
    private static uint _index;

    [MethodImpl(Inline)] public static long AddGenerated() => _sum = Generated.Add(_sum, 3);
    [MethodImpl(Inline)] public static long AddHand() => _sum = Hand.Add(_sum, 3);
    [MethodImpl(Inline)] public static ulong TextIn16Generated() => Generated.TextLen(Text16);
    [MethodImpl(Inline)] public static ulong TextIn16Hand() => Hand.TextLen(Text16);
    [MethodImpl(Inline)] public static ulong TextIn1KGenerated() => Generated.TextLen(Text1K);
    [MethodImpl(Inline)] public static ulong TextIn1KHand() => Hand.TextLen(Text1K);
    [MethodImpl(Inline)] public static string TextOut16Generated() => Generated.TextOut(_index++);
    [MethodImpl(Inline)] public static string TextOut16Hand() => Hand.TextOut(_index++);
    [MethodImpl(Inline)] public static ulong BytesIn1MGenerated() => Generated.BytesIn(Bytes1M);
    [MethodImpl(Inline)] public static ulong BytesIn1MHand() => Hand.BytesIn(Bytes1M);
    [MethodImpl(Inline)] public static byte[] BytesOut1MGenerated() => Generated.BytesOut(1 << 20);
    [MethodImpl(Inline)] public static byte[] BytesOut1MHand() => Hand.BytesOut(1 << 20);

    public static string ErrGenerated()
    {
        try
        {
            return Generated.Parse(Faulty).ToString();
        }
        catch (Exception error)
        {
            return error.Message;
        }
    }

    public static string ErrHand()
    {
        try
        {
            return Hand.Parse(Faulty).ToString();
        }
        catch (Exception error)
        {
            return error.Message;
        }
    }

    /// <summary>Both sides do the same; asked before anything is measured.</summary>
    public static void Check()
    {
        Same(Generated.Add(long.MaxValue, 1), Hand.Add(long.MaxValue, 1));
        foreach (var text in new[] { "", Text16, Text1K, "ä€𝄞", Text1K + Text1K + Text1K })
        {
            Same(Generated.TextLen(text), Hand.TextLen(text));
            Same(Generated.TextLen(Encoding.UTF8.GetBytes(text)), Hand.TextLen(Encoding.UTF8.GetBytes(text)));
        }

        for (var index = 0u; index < 5; index++)
            Same(Generated.TextOut(index), Hand.TextOut(index));
        Same(Generated.BytesIn([]), Hand.BytesIn([]));
        Same(Generated.BytesIn(Bytes1M), Hand.BytesIn(Bytes1M));
        Same(Convert.ToHexString(Generated.BytesOut(0)), Convert.ToHexString(Hand.BytesOut(0)));
        Same(Convert.ToHexString(Generated.BytesOut(1 << 20)), Convert.ToHexString(Hand.BytesOut(1 << 20)));
        Same(Generated.Parse("1234"), Hand.Parse("1234"));
        Same(ErrGenerated(), ErrHand());
    }

    private static void Same<T>(T generated, T hand)
    {
        if (!EqualityComparer<T>.Default.Equals(generated, hand))
            throw new InvalidOperationException($"generated: {generated}, by hand: {hand}");
    }
}
