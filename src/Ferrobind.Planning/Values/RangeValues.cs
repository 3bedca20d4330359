using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Values;

/// <summary>Rust's ranges; <c>..</c> alone has nothing to carry.</summary>
internal static class RangeValues
{
    public static DataType? Plan(TypeRef type, ValuePlanner planner)
    {
        RangeKind? kind = type is PathType path
            ? path.Definition.Path switch
            {
                "core::ops::range::Range" => RangeKind.Range,
                "core::ops::range::RangeInclusive" => RangeKind.RangeInclusive,
                "core::ops::range::RangeFrom" => RangeKind.RangeFrom,
                "core::ops::range::RangeTo" => RangeKind.RangeTo,
                "core::ops::range::RangeToInclusive" => RangeKind.RangeToInclusive,
                _ => null,
            }
            : null;
        return kind is { } found && planner.Plan(((PathType)type).TypeArguments().FirstOrDefault() ?? TypeRef.Unit) is { } bound
            ? new RangeValue(found, bound)
            : null;
    }
}
