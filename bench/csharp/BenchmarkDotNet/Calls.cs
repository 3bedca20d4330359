using BenchmarkDotNet.Attributes;

namespace Ferrobind.Bench;

/// <summary>
/// The rows for BenchmarkDotNet. Each is measured on both sides, and the pair several times, in turns (see
/// <see cref="InTurns"/>), so that whatever else the machine does, it does it to both.
/// </summary>
public class Calls
{
    public static IEnumerable<int> Turns { get; set; } = Enumerable.Range(0, 7);

    [ParamsSource(nameof(Turns))]
    public int Turn { get; set; }

    [Benchmark, BenchmarkCategory("add")]
    public long AddGenerated() => Rows.AddGenerated();

    [Benchmark, BenchmarkCategory("add")]
    public long AddHand() => Rows.AddHand();

    [Benchmark, BenchmarkCategory("text-in-16")]
    public ulong TextIn16Generated() => Rows.TextIn16Generated();

    [Benchmark, BenchmarkCategory("text-in-16")]
    public ulong TextIn16Hand() => Rows.TextIn16Hand();

    [Benchmark, BenchmarkCategory("text-in-1K")]
    public ulong TextIn1KGenerated() => Rows.TextIn1KGenerated();

    [Benchmark, BenchmarkCategory("text-in-1K")]
    public ulong TextIn1KHand() => Rows.TextIn1KHand();

    [Benchmark, BenchmarkCategory("text-out-16")]
    public string TextOut16Generated() => Rows.TextOut16Generated();

    [Benchmark, BenchmarkCategory("text-out-16")]
    public string TextOut16Hand() => Rows.TextOut16Hand();

    [Benchmark, BenchmarkCategory("bytes-in-1M")]
    public ulong BytesIn1MGenerated() => Rows.BytesIn1MGenerated();

    [Benchmark, BenchmarkCategory("bytes-in-1M")]
    public ulong BytesIn1MHand() => Rows.BytesIn1MHand();

    [Benchmark, BenchmarkCategory("bytes-out-1M")]
    public byte[] BytesOut1MGenerated() => Rows.BytesOut1MGenerated();

    [Benchmark, BenchmarkCategory("bytes-out-1M")]
    public byte[] BytesOut1MHand() => Rows.BytesOut1MHand();

    [Benchmark, BenchmarkCategory("err")]
    public string ErrGenerated() => Rows.ErrGenerated();

    [Benchmark, BenchmarkCategory("err")]
    public string ErrHand() => Rows.ErrHand();
}
