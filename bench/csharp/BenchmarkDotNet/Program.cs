using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Ferrobind.Bench;
using Perfolizer.Horology;

// Usage: Bench RESULTS [--quick]. RESULTS gets one line a row: row, ratio and its quartiles, ns of both sides, bytes of both
// sides. BenchmarkDotNet's own report goes to stdout.
var isQuick = args.Contains("--quick");
Rows.Check();
if (isQuick)
    Calls.Turns = Enumerable.Range(0, 3);

var job = Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithIterationTime(TimeInterval.FromMilliseconds(isQuick ? 5 : 10))
    .WithWarmupCount(3)
    .WithIterationCount(isQuick ? 5 : 9)
    .WithEvaluateOverhead(false);
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddLogger(ConsoleLogger.Default)
    .WithOrderer(new InTurns());
var summary = BenchmarkRunner.Run<Calls>(config);

var reports = summary.Reports.Where(r => r.ResultStatistics is not null).ToList();
if (reports.Count == 0 || reports.Count < summary.BenchmarksCases.Length)
    return 1;
File.WriteAllLines(args[0], reports.GroupBy(r => InTurns.Row(r.BenchmarkCase)).Select(Line));
return 0;

static string Line(IGrouping<string, BenchmarkReport> row)
{
    var sides = row.ToLookup(r => InTurns.IsGenerated(r.BenchmarkCase));
    var (generated, hand) = (sides[true].OrderBy(Turn).ToList(), sides[false].OrderBy(Turn).ToList());
    var ratios = generated.Zip(hand, (g, h) => Time(g) / Time(h)).ToList();
    return string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{row.Key} {Quantile(ratios, 0.5)} {Quantile(ratios, 0.25)} {Quantile(ratios, 0.75)} " +
        $"{Quantile(generated.Select(Time), 0.5)} {Quantile(hand.Select(Time), 0.5)} {Bytes(generated)} {Bytes(hand)}");
}

static int Turn(BenchmarkReport report) => InTurns.Turn(report.BenchmarkCase);

static double Time(BenchmarkReport report) => report.ResultStatistics!.Median;

static long Bytes(IEnumerable<BenchmarkReport> reports) =>
    reports.Min(r => r.GcStats.GetBytesAllocatedPerOperation(r.BenchmarkCase) ?? 0);

static double Quantile(IEnumerable<double> values, double q)
{
    var sorted = values.Order().ToList();
    return sorted[(int)(q * (sorted.Count - 1))];
}
