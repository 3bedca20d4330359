using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>What ranges consist of.</summary>
internal static class Ranges
{
    /// <summary>The ends that a range has, as the support types call them.</summary>
    public static ImmutableArray<string> Ends(RangeKind kind) => kind switch
    {
        RangeKind.Range or RangeKind.RangeInclusive => ["Start", "End"],
        RangeKind.RangeFrom => ["Start"],
        RangeKind.RangeTo or RangeKind.RangeToInclusive => ["End"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a range"),
    };
}
