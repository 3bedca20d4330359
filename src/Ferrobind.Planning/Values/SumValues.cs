using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Values;

/// <summary><c>Option</c>, <c>Result</c> and <c>Bound</c>, inside of other data.</summary>
internal static class SumValues
{
    public static DataType? Plan(TypeRef type, ValuePlanner planner)
    {
        if (type.IsOption(out var inside))
            return planner.Plan(inside) is { } some ? new OptionValue(some) : null;
        if (type.Is("core::ops::range::Bound", out inside))
            return planner.Plan(inside) is { } bound ? new BoundValue(bound) : null;
        return type.IsResult(out var ok, out var error) && planner.Plan(ok) is { } left && planner.Plan(error) is { } right
            ? new ResultValue(left, right)
            : null;
    }
}
