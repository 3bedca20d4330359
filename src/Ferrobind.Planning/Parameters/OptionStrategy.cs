using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Parameters;

/// <summary><c>Option</c> of a scalar, of a text, of a slice, or of what is made of one.</summary>
internal static class OptionStrategy
{
    public static PlannedParameter? Plan(TypeRef type)
    {
        if (!type.IsOption(out var inside))
            return null;
        var inner = ScalarStrategy.Plan(inside) ?? ViewStrategy.Plan(inside) ?? OwnedStrategy.Plan(inside);
        return inner is { Form: not SliceParameter { IsMutable: true } }
            ? new PlannedParameter(new OptionalParameter(inner.Form), inner.Conversion)
            : null;
    }
}
