using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Parameters;

/// <summary><c>&amp;mut T</c> of data: it goes in by wire, and its new value comes back behind the result.</summary>
internal static class InOutStrategy
{
    public static PlannedParameter? Plan(TypeRef type, TypeRegistry types)
    {
        if (type is not ReferenceType { IsMutable: true, Target: not SliceType } reference
            || !Sendable.Is(reference.Target) || types.Values.Plan(reference.Target) is not { } value)
        {
            return null;
        }

        types.Send(value);
        if (value is NamedValue named)
            types.Mutate(named.Key);
        return new PlannedParameter(new WireParameter(value), RustConversion.MutableReference, IsInOut: true);
    }
}
