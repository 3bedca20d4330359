using Ferrobind.Api;

namespace Ferrobind.Planning.Types;

/// <summary>Where a type is defined, with its arguments but no lifetimes: the same for every crate that offers it.</summary>
internal static class TypeIdentity
{
    public static string Of(TypeRef type) => type switch
    {
        PathType path => path.Definition.Path + Arguments(path.Arguments),
        TupleType tuple => $"({string.Join(", ", tuple.Elements.Select(Of))})",
        SliceType slice => $"[{Of(slice.Element)}]",
        ArrayType array => $"[{Of(array.Element)}; {array.Length}]",
        ReferenceType reference => $"&{(reference.IsMutable ? "mut " : "")}{Of(reference.Target)}",
        DynTraitType dyn => $"dyn {string.Join(" + ", dyn.Traits.Select(t => t.Definition.Path + Arguments(t.Arguments)))}{(TraitObjects.Borrows(dyn) ? " + '_" : "")}",
        _ => RustSyntax.Of(type),
    };

    private static string Arguments(IEnumerable<GenericArgument> arguments)
    {
        var text = string.Join(", ", arguments.Where(a => a is not LifetimeArgument).Select(argument => argument switch
        {
            TypeArgument inner => Of(inner.Type),
            ConstArgument constant => constant.Expression,
            _ => throw new ArgumentOutOfRangeException(nameof(arguments), argument, "not a generic argument"),
        }));
        return text.Length == 0 ? "" : $"<{text}>";
    }
}
