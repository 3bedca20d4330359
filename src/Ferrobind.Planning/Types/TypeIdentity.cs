using Ferrobind.Api;

namespace Ferrobind.Planning.Types;

/// <summary>Where a type is defined, with its arguments but no lifetimes: the same for every crate that offers it.</summary>
internal static class TypeIdentity
{
    public static string Of(TypeRef type) => type switch
    {
        PathType path => path.Definition.Path + Arguments(path),
        TupleType tuple => $"({string.Join(", ", tuple.Elements.Select(Of))})",
        SliceType slice => $"[{Of(slice.Element)}]",
        ArrayType array => $"[{Of(array.Element)}; {array.Length}]",
        ReferenceType reference => $"&{(reference.IsMutable ? "mut " : "")}{Of(reference.Target)}",
        _ => RustSyntax.Of(type),
    };

    private static string Arguments(PathType path)
    {
        var text = string.Join(", ", path.Arguments.Where(a => a is not LifetimeArgument).Select(argument => argument switch
        {
            TypeArgument inner => Of(inner.Type),
            ConstArgument constant => constant.Expression,
            _ => throw new ArgumentOutOfRangeException(nameof(path), argument, "not a generic argument"),
        }));
        return text.Length == 0 ? "" : $"<{text}>";
    }
}
