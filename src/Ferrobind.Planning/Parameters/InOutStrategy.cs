using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Parameters;

/// <summary><c>&amp;mut T</c> and <c>&amp;mut [T]</c> of data: it goes in by wire, and its new value comes back behind the result.</summary>
internal static class InOutStrategy
{
    public static PlannedParameter? Plan(TypeRef type, TypeRegistry types)
    {
        if (type is not ReferenceType { IsMutable: true } reference
            || !Sendable.Is(reference.Target, types) || types.Values.Plan(reference.Target) is not { } value)
        {
            return null;
        }

        types.Send(value);
        if (value is NamedValue named)
            types.Mutate(named.Key);
        var conversion = reference.Target is SliceType ? RustConversion.MutableSlice : RustConversion.MutableReference;
        return new PlannedParameter(new WireParameter(value), conversion, IsInOut: true);
    }
}
