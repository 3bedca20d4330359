using System.Collections.Immutable;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Ferrobind.Bench;

/// <summary>Turn by turn, and within a turn row by row, so that both sides of a row run one right after the other.</summary>
internal sealed class InTurns : IOrderer
{
    public bool SeparateLogicalGroups => false;

    public IEnumerable<BenchmarkCase> GetExecutionOrder(
        ImmutableArray<BenchmarkCase> cases, IEnumerable<BenchmarkLogicalGroupRule>? order = null) =>
        cases.OrderBy(Turn).ThenBy(Row).ThenBy(c => IsGenerated(c) == (Turn(c) % 2 == 0));

    public IEnumerable<BenchmarkCase> GetSummaryOrder(ImmutableArray<BenchmarkCase> cases, Summary summary) => cases;

    public string? GetHighlightGroupKey(BenchmarkCase benchmarkCase) => null;

    public string GetLogicalGroupKey(ImmutableArray<BenchmarkCase> all, BenchmarkCase benchmarkCase) => Row(benchmarkCase);

    public IEnumerable<IGrouping<string, BenchmarkCase>> GetLogicalGroupOrder(
        IEnumerable<IGrouping<string, BenchmarkCase>> groups, IEnumerable<BenchmarkLogicalGroupRule>? order = null) => groups;

    public static int Turn(BenchmarkCase c) => (int)c.Parameters[nameof(Calls.Turn)];

    public static string Row(BenchmarkCase c) => c.Descriptor.Categories[0];

    public static bool IsGenerated(BenchmarkCase c) => c.Descriptor.WorkloadMethod.Name.EndsWith("Generated", StringComparison.Ordinal);
}
