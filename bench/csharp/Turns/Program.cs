using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Ferrobind.Bench;

// Usage: Turns RESULTS [ROUNDS [ROW]]. What ../../go/measure_test.go does, for C#. RESULTS gets one line a row: row, ratio and its
// quartiles, ns of both sides, bytes of both sides.
Rows.Check();
ValueRows.Check();
ObjectRows.Check();
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 500;
Pair[] pairs =
[
    new("add", static n => { while (--n >= 0) Rows.AddGenerated(); }, static n => { while (--n >= 0) Rows.AddHand(); }),
    new("text-in-16",
        static n => { while (--n >= 0) Kept.Number = Rows.TextIn16Generated(); },
        static n => { while (--n >= 0) Kept.Number = Rows.TextIn16Hand(); }),
    new("text-in-1K",
        static n => { while (--n >= 0) Kept.Number = Rows.TextIn1KGenerated(); },
        static n => { while (--n >= 0) Kept.Number = Rows.TextIn1KHand(); }),
    new("text-out-16",
        static n => { while (--n >= 0) Kept.Value = Rows.TextOut16Generated(); },
        static n => { while (--n >= 0) Kept.Value = Rows.TextOut16Hand(); }),
    new("bytes-in-1M",
        static n => { while (--n >= 0) Kept.Number = Rows.BytesIn1MGenerated(); },
        static n => { while (--n >= 0) Kept.Number = Rows.BytesIn1MHand(); }),
    new("bytes-out-1M",
        static n => { while (--n >= 0) Kept.Value = Rows.BytesOut1MGenerated(); },
        static n => { while (--n >= 0) Kept.Value = Rows.BytesOut1MHand(); }),
    new("err",
        static n => { while (--n >= 0) Kept.Value = Rows.ErrGenerated(); },
        static n => { while (--n >= 0) Kept.Value = Rows.ErrHand(); }),
    .. ValueRows.Pairs,
    .. ObjectRows.Pairs,
];
// Those of a name, where there is one.
var wanted = args.Length > 2 ? args[2] : "";
File.WriteAllLines(args[0], pairs.Where(pair => pair.Row.Contains(wanted)).Select(pair => pair.Measure(rounds)));

/// <summary>What the loops compute, kept where the compiler cannot drop it.</summary>
internal static class Kept
{
    public static ulong Number;
    public static object? Value;
}

/// <summary>The same work done twice, each side a loop of its own, so that nothing stands between the loop and the call.</summary>
internal sealed record Pair(string Row, Action<int> Generated, Action<int> Hand)
{
    /// <summary>How long one side runs before it is the other's turn.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromMicroseconds(200);

    /// <summary>
    /// In each round, both sides run in turns of equal length, in the order generated, hand, hand, generated: whatever
    /// else the machine does, it does it to both.
    /// </summary>
    public string Measure(int rounds)
    {
        Warm();
        var calls = CallsIn(Turn, Hand);
        var (ratios, generated, hand) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var g = Clock(Generated, calls);
            var h = Clock(Hand, calls);
            h += Clock(Hand, calls);
            g += Clock(Generated, calls);
            ratios.Add(g / h);
            generated.Add(g / 2);
            hand.Add(h / 2);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Row} {Quantile(ratios, 0.5)} {Quantile(ratios, 0.25)} {Quantile(ratios, 0.75)} " +
            $"{Quantile(generated, 0.5)} {Quantile(hand, 0.5)} {Allocated(Generated)} {Allocated(Hand)}");
    }

    /// <summary>Until the JIT has compiled both sides for good, which it does in the background, a while after the first calls.</summary>
    private void Warm()
    {
        var watch = Stopwatch.StartNew();
        while (RuntimeFeature.IsDynamicCodeCompiled && watch.ElapsedMilliseconds < 600)
        {
            CallsIn(TimeSpan.FromMilliseconds(5), Generated);
            CallsIn(TimeSpan.FromMilliseconds(5), Hand);
            Thread.Sleep(5);
        }
    }

    private static int CallsIn(TimeSpan turn, Action<int> side)
    {
        for (var calls = 1; ; calls *= 2)
        {
            var watch = Stopwatch.StartNew();
            side(calls);
            if (watch.Elapsed >= turn)
                return Math.Max(1, (int)(calls * (turn / watch.Elapsed)));
        }
    }

    /// <summary>The nanoseconds that one call takes. Each turn starts from the same heap.</summary>
    private static double Clock(Action<int> side, int calls)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        side(calls);
        return watch.Elapsed.TotalNanoseconds / calls;
    }

    private static double Allocated(Action<int> side)
    {
        const int calls = 64;
        var before = GC.GetAllocatedBytesForCurrentThread();
        side(calls);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / calls;
    }

    private static double Quantile(List<double> values, double q)
    {
        values.Sort();
        return values[(int)(q * (values.Count - 1))];
    }
}
