using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Parameters;

/// <summary><c>&amp;str</c>, <c>&amp;[T]</c> and <c>&amp;mut [T]</c> of scalars: a view of the caller's memory, for the call only.</summary>
internal static class ViewStrategy
{
    public static PlannedParameter? Plan(TypeRef type) => type switch
    {
        ReferenceType { IsMutable: false } reference when reference.Target.IsStr() =>
            new PlannedParameter(new TextParameter()),
        ReferenceType { Target: SliceType slice } reference when Scalars.Element(slice.Element) is { } element =>
            new PlannedParameter(new SliceParameter(element, reference.IsMutable)),
        _ => null,
    };

    /// <summary>What is inside of an owned container, <c>str</c> or <c>[T]</c>, as an immutable view.</summary>
    public static ParameterForm? Of(TypeRef inside) => Plan(new ReferenceType(null, false, inside))?.Form;
}
