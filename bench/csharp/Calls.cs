using BenchmarkDotNet.Attributes;
using FbbenchHand;
using Generated = Fbbench.FbbenchLib;

namespace Ferrobind.Bench;

/// <summary>
/// The rows of the table. Each is measured on both sides, and the pair <see cref="Times"/> times, in turns (see
/// <see cref="InTurns"/>), so that whatever else the machine does, it does it to both.
/// </summary>
public class Calls
{
    public const int Times = 7;

    private static readonly string Text16 = "sixteen bytes ok";
    private static readonly string Text1K = string.Concat(Enumerable.Repeat("a kilobyte: 32 characters, 32 x ", 32));
    private static readonly byte[] Bytes1M = [.. Enumerable.Repeat((byte)7, 1 << 20)];
    private static readonly string Faulty = "12x4";

    private long _sum;
    private uint _index;

    public static IEnumerable<int> Turns => Enumerable.Range(0, Times);

    [ParamsSource(nameof(Turns))]
    public int Turn { get; set; }

    [Benchmark, BenchmarkCategory("add")]
    public long AddGenerated() => _sum = Generated.Add(_sum, 3);

    [Benchmark, BenchmarkCategory("add")]
    public long AddHand() => _sum = Hand.Add(_sum, 3);

    [Benchmark, BenchmarkCategory("text-in-16")]
    public ulong TextIn16Generated() => Generated.TextLen(Text16);

    [Benchmark, BenchmarkCategory("text-in-16")]
    public ulong TextIn16Hand() => Hand.TextLen(Text16);

    [Benchmark, BenchmarkCategory("text-in-1K")]
    public ulong TextIn1KGenerated() => Generated.TextLen(Text1K);

    [Benchmark, BenchmarkCategory("text-in-1K")]
    public ulong TextIn1KHand() => Hand.TextLen(Text1K);

    [Benchmark, BenchmarkCategory("text-out-16")]
    public string TextOut16Generated() => Generated.TextOut(_index++);

    [Benchmark, BenchmarkCategory("text-out-16")]
    public string TextOut16Hand() => Hand.TextOut(_index++);

    [Benchmark, BenchmarkCategory("bytes-in-1M")]
    public ulong BytesIn1MGenerated() => Generated.BytesIn(Bytes1M);

    [Benchmark, BenchmarkCategory("bytes-in-1M")]
    public ulong BytesIn1MHand() => Hand.BytesIn(Bytes1M);

    [Benchmark, BenchmarkCategory("bytes-out-1M")]
    public byte[] BytesOut1MGenerated() => Generated.BytesOut(1 << 20);

    [Benchmark, BenchmarkCategory("bytes-out-1M")]
    public byte[] BytesOut1MHand() => Hand.BytesOut(1 << 20);

    [Benchmark, BenchmarkCategory("err")]
    public string ErrGenerated()
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

    [Benchmark, BenchmarkCategory("err")]
    public string ErrHand()
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
            Same(Generated.TextLen(System.Text.Encoding.UTF8.GetBytes(text)), Hand.TextLen(text));
        }

        for (var index = 0u; index < 5; index++)
            Same(Generated.TextOut(index), Hand.TextOut(index));
        Same(Generated.BytesIn([]), Hand.BytesIn([]));
        Same(Generated.BytesIn(Bytes1M), Hand.BytesIn(Bytes1M));
        Same(Convert.ToHexString(Generated.BytesOut(0)), Convert.ToHexString(Hand.BytesOut(0)));
        Same(Convert.ToHexString(Generated.BytesOut(1 << 20)), Convert.ToHexString(Hand.BytesOut(1 << 20)));
        Same(Generated.Parse("1234"), Hand.Parse("1234"));
        foreach (var text in new[] { Faulty, "9223372036854775808" })
            Same(Message(() => Generated.Parse(text)), Message(() => Hand.Parse(text)));
    }

    private static string Message(Func<long> parse)
    {
        try
        {
            return $"no exception: {parse()}";
        }
        catch (Exception error)
        {
            return error.Message;
        }
    }

    private static void Same<T>(T generated, T hand)
    {
        if (!EqualityComparer<T>.Default.Equals(generated, hand))
            throw new InvalidOperationException($"generated: {generated}, by hand: {hand}");
    }
}
