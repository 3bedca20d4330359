using Ferrobind.Api;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Parameters;

/// <summary>
/// Whether a value can be made of what comes on the wire. A reference inside of it can only be one to the buffer:
/// text, or bytes.
/// </summary>
internal static class Sendable
{
    public static bool Is(TypeRef type, TypeRegistry types) => Is(type, types, []);

    // A type that contains itself is what the rest of it is.
    private static bool Is(TypeRef type, TypeRegistry types, HashSet<Definition> seen) => type switch
    {
        ReferenceType reference => !reference.IsMutable && reference.Lifetime != "'static"
            && (reference.Target.IsStr() || reference.Target is SliceType { Element: PrimitiveType { Name: "u8" } }),
        SliceType slice => Is(slice.Element, types, seen),
        ArrayType array => Is(array.Element, types, seen),
        TupleType tuple => tuple.Elements.All(e => Is(e, types, seen)),
        PathType path => path.TypeArguments().All(t => Is(t, types, seen)) && !path.Arguments.Contains(new LifetimeArgument("'static"))
            && (!seen.Add(path.Definition) || types.BorrowedFields(path).All(t => Is(t, types, seen))),
        _ => true,
    };
}
