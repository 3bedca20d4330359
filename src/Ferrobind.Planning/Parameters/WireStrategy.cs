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
            PathType path when type.IsOption(out var inside) && inside is ReferenceType { IsMutable: false } reference && !Sendable.Is(inside) =>
                reference.Target is SliceType
                    ? (path with { Arguments = [new TypeArgument(reference.Target)] }, RustConversion.OptionalSlice)
                    : (path with { Arguments = [new TypeArgument(reference.Target)] }, RustConversion.OptionalReference),
            _ => (type, RustConversion.Pass),
        };
        if (!Sendable.Is(target) || types.Values.Plan(target) is not { } value || value is NeverValue)
            return null;
        types.Send(value);
        return new PlannedParameter(new WireParameter(value), conversion);
    }
}

/// <summary>
/// Whether a value can be made of what comes on the wire. A reference inside of it can only be one to the buffer:
/// text, or bytes.
/// </summary>
internal static class Sendable
{
    public static bool Is(TypeRef type) => type switch
    {
        ReferenceType reference => !reference.IsMutable && reference.Lifetime != "'static"
            && (reference.Target.IsStr() || reference.Target is SliceType { Element: PrimitiveType { Name: "u8" } }),
        SliceType slice => Is(slice.Element),
        ArrayType array => Is(array.Element),
        TupleType tuple => tuple.Elements.All(Is),
        PathType path => path.TypeArguments().All(Is)
            && (path.Definition.Crate is "core" or "alloc" or "std" || !path.Arguments.Any(a => a is LifetimeArgument)),
        _ => true,
    };
}
