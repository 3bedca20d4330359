using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>The fields of the support types of ranges, in their order on the wire.</summary>
internal static class RangeEnds
{
    public static ImmutableArray<string> Of(RangeKind kind) => kind switch
    {
        RangeKind.Range or RangeKind.RangeInclusive => ["Start", "End"],
        RangeKind.RangeFrom => ["Start"],
        RangeKind.RangeTo or RangeKind.RangeToInclusive => ["End"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of range"),
    };
}
