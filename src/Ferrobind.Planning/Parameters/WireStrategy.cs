using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Parameters;

/// <summary>Any other data, or a reference to some: by wire.</summary>
internal static class WireStrategy
{
    public static PlannedParameter? Plan(TypeRef type, TypeRegistry types)
    {
        var (target, conversion) = type switch
        {
            ReferenceType { IsMutable: false, Target: SliceType slice } => (slice, RustConversion.ReferenceToSlice),
            ReferenceType { IsMutable: false } reference => (reference.Target, RustConversion.Reference),
            // An option of a reference to what is made here; one to text or bytes needs nothing made.
            PathType path when type.IsOption(out var inside) && inside is ReferenceType { IsMutable: false } reference && !Sendable.Is(inside, types) =>
                reference.Target is SliceType
                    ? (path with { Arguments = [new TypeArgument(reference.Target)] }, RustConversion.OptionalSlice)
                    : (path with { Arguments = [new TypeArgument(reference.Target)] }, RustConversion.OptionalReference),
            _ => (type, RustConversion.Pass),
        };
        if (!Sendable.Is(target, types) || types.Values.Plan(target) is not { } value || value is NeverValue)
            return null;
        types.Send(value);
        return new PlannedParameter(new WireParameter(value), conversion);
    }
}
