using Ferrobind.Api;

namespace Ferrobind.Planning.Types;

/// <summary>Writes types as the bridge has to write them: by public or definition paths, without inference.</summary>
internal static class RustTypes
{
    /// <summary>The key of an instantiation: its public path, with its type arguments.</summary>
    public static string Key(PathType type, string publicPath)
    {
        var arguments = string.Join(", ", type.TypeArguments().Select(Argument));
        return arguments.Length == 0 ? publicPath : $"{publicPath}<{arguments}>";
    }

    /// <summary>The type in the bridge. A lifetime is left to inference.</summary>
    public static string InBridge(PathType type, string publicPath)
    {
        var arguments = string.Join(", ", type.Arguments.Select(argument => argument switch
        {
            LifetimeArgument => "'_",
            TypeArgument inner => Argument(inner.Type),
            ConstArgument constant => constant.Expression,
            _ => throw new ArgumentOutOfRangeException(nameof(type), argument, "not a generic argument"),
        }));
        return arguments.Length == 0 ? "::" + publicPath : $"::{publicPath}<{arguments}>";
    }

    // Arguments are std's types in their common spelling, or primitives; the compiler judges what this misses.
    private static string Argument(TypeRef type) => type switch
    {
        PathType path when path.Definition.Crate is "core" or "alloc" or "std" =>
            StdPath(path.Definition.Path) + Arguments(path),
        PathType path => "::" + path.Definition.Path + Arguments(path),
        TupleType tuple => $"({string.Join(", ", tuple.Elements.Select(Argument))}{(tuple.Elements.Length == 1 ? "," : "")})",
        SliceType slice => $"[{Argument(slice.Element)}]",
        ArrayType array => $"[{Argument(array.Element)}; {array.Length}]",
        ReferenceType reference => $"&{(reference.IsMutable ? "mut " : "")}{Argument(reference.Target)}",
        _ => RustSyntax.Of(type),
    };

    private static string Arguments(PathType path)
    {
        var arguments = string.Join(", ", path.TypeArguments().Select(Argument));
        return arguments.Length == 0 ? "" : $"<{arguments}>";
    }

    // std re-exports all of core and alloc under the modules that their paths begin with, but the last private ones.
    private static string StdPath(string definition) => definition switch
    {
        "alloc::string::String" => "String",
        "alloc::vec::Vec" => "Vec",
        "core::option::Option" => "Option",
        "alloc::boxed::Box" => "Box",
        _ => "::std" + definition[definition.IndexOf("::", StringComparison.Ordinal)..],
    };
}
