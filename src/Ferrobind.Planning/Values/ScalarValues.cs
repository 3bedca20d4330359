using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Values;

/// <summary>Scalars, and the types that wrap one: <c>NonZero</c> (checked on its way in), <c>Wrapping</c>, <c>Saturating</c>.</summary>
internal static class ScalarValues
{
    public static DataType? Plan(TypeRef type, ValuePlanner planner)
    {
        if (Scalars.Of(type) is { } kind)
            return new ScalarValue(kind);
        if (type.Is("core::num::nonzero::NonZero", out var inner))
            return planner.Plan(inner) is ScalarValue scalar ? scalar with { IsNonZero = true } : null;
        return type.Is("core::num::wrapping::Wrapping", out inner)
            || type.Is("core::num::saturating::Saturating", out inner)
            ? planner.Plan(inner) as ScalarValue
            : null;
    }
}
