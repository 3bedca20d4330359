using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BenchmarkDotNet.Toolchains.NativeAot;
using Ferrobind.Bench;
using Perfolizer.Horology;

// Usage: Bench jit|aot RESULTS [--quick]. RESULTS gets the lines that ../table.awk reads; BenchmarkDotNet's own report is on stdout.
var isAot = args[0] == "aot";
var isQuick = args.Contains("--quick");
Calls.Check();

var job = Job.Default
    .WithIterationTime(TimeInterval.FromMilliseconds(isQuick ? 5 : 20))
    .WithWarmupCount(isQuick ? 2 : 4)
    .WithIterationCount(isQuick ? 5 : 9)
    .WithEvaluateOverhead(false)
    .WithToolchain(isAot
        ? NativeAotToolchain.CreateBuilder().UseNuGet("", "https://api.nuget.org/v3/index.json").TargetFrameworkMoniker("net10.0").ToToolchain()
        : InProcessEmitToolchain.Instance);
if (isAot)
    job = job.WithRuntime(NativeAotRuntime.Net10_0);
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddLogger(ConsoleLogger.Default)
    .WithOrderer(new InTurns())
    .WithOptions(ConfigOptions.KeepBenchmarkFiles);
var summary = BenchmarkRunner.Run<Calls>(config);

var reports = summary.Reports.Where(r => r.ResultStatistics is not null).ToList();
if (reports.Count < summary.BenchmarksCases.Length || summary.HasCriticalValidationErrors)
    return 1;
File.WriteAllLines(args[1], reports.GroupBy(r => InTurns.Row(r.BenchmarkCase)).Select(Line));
return 0;

static string Line(IGrouping<string, BenchmarkReport> row)
{
    var sides = row.ToLookup(r => InTurns.IsGenerated(r.BenchmarkCase));
    var (generated, hand) = (sides[true].OrderBy(Turn).ToList(), sides[false].OrderBy(Turn).ToList());
    var ratios = generated.Zip(hand, (g, h) => Time(g) / Time(h)).ToList();
    return FormattableString.Invariant(
        $"""
        {row.Key} {Quantile(ratios, 0.5):f4} {Quantile(ratios, 0.25):f4} {Quantile(ratios, 0.75):f4} {Quantile(generated.Select(Time), 0.5):f2} {Quantile(hand.Select(Time), 0.5):f2} {Bytes(generated)} {Bytes(hand)} - -
        """);
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
