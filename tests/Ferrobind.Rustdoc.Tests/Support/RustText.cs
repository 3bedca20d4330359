using System.Collections.Immutable;
using Ferrobind.Api;

namespace Ferrobind.Rustdoc.Tests.Support;

/// <summary>
/// Writes types and signatures as Rust does, with whole definition paths, and every property visible.
/// </summary>
internal static class RustText
{
    public static string Of(TypeRef type) => type switch
    {
        PrimitiveType primitive => primitive.Name,
        PathType path => path.Definition.Path + Of(path.Arguments, []),
        ReferenceType reference =>
            $"&{Prefix(reference.Lifetime)}{(reference.IsMutable ? "mut " : "")}{Of(reference.Target)}",
        SliceType slice => $"[{Of(slice.Element)}]",
        ArrayType array => $"[{Of(array.Element)}; {array.Length}]",
        TupleType { Elements: [var single] } => $"({Of(single)},)",
        TupleType tuple => $"({Join(tuple.Elements, Of)})",
        PointerType pointer => (pointer.IsMutable ? "*mut " : "*const ") + Of(pointer.Target),
        FunctionPointerType function => For(function.HigherRanked) + Qualifiers(function.IsUnsafe, function.Abi)
            + $"fn({Join(function.Inputs, Of)}) -> {Of(function.Output)}",
        GenericType generic => generic.Name,
        ImplTraitType impl => "impl " + Of(impl.Bounds),
        DynTraitType dyn => "dyn " + For(dyn.HigherRanked)
            + string.Join(" + ", dyn.Traits.Select(Of).Concat(dyn.Lifetime is { } lifetime ? [lifetime] : [])),
        AssociatedPathType path =>
            $"<{Of(path.Self)}{(path.Trait is { } trait ? " as " + Of(trait) : "")}>::{path.Name}"
            + Of(path.Arguments, []),
        UnknownType unknown => $"?{unknown.Kind}?",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a type"),
    };

    public static string Of(TraitRef trait) => trait.Definition.Path + Of(trait.Arguments, trait.Bindings);

    public static string Of(ImmutableArray<Bound> bounds) => string.Join(" + ", bounds.Select(Of));

    public static string Of(string name, FunctionSignature signature)
    {
        var attributes = (signature.IsNoMangle ? "#[no_mangle] " : "")
            + (signature.ExportName is { } export ? $"#[export_name = {export}] " : "");
        var qualifiers = (signature.IsConst ? "const " : "") + (signature.IsAsync ? "async " : "")
            + Qualifiers(signature.IsUnsafe, signature.Abi);
        var inputs = signature.Inputs.Select(input => $"{input.Name}: {Of(input.Type)}")
            .Concat(signature.IsVariadic ? ["..."] : []);
        return $"{attributes}{qualifiers}fn {name}{Of(signature.Generics)}({string.Join(", ", inputs)})"
            + (signature.Output == TypeRef.Unit ? "" : $" -> {Of(signature.Output)}") + Where(signature.Generics);
    }

    public static string Of(Generics generics) =>
        generics.Parameters.IsEmpty ? "" : $"<{Join(generics.Parameters, Of)}>";

    public static string Where(Generics generics) =>
        generics.Where.IsEmpty ? "" : $" where {Join(generics.Where, Of)}";

    private static string Of(WherePredicate predicate) => predicate switch
    {
        TypePredicate type => $"{For(type.HigherRanked)}{Of(type.Type)}: {Of(type.Bounds)}",
        LifetimePredicate lifetime => $"{lifetime.Lifetime}: {string.Join(" + ", lifetime.Outlives)}",
        EqualityPredicate equality => $"{Of(equality.Left)} == {equality.Right}",
        _ => throw new ArgumentOutOfRangeException(nameof(predicate), predicate, "not a where clause"),
    };

    private static string Of(GenericParameter parameter) => parameter switch
    {
        LifetimeParameter lifetime => lifetime.Name + Colon(string.Join(" + ", lifetime.Outlives)),
        TypeParameter type => type.Name + Colon(Of(type.Bounds)) + (type.Default is { } usual ? $" = {Of(usual)}" : ""),
        ConstParameter constant => $"const {constant.Name}: {Of(constant.Type)}"
            + (constant.Default is { } usual ? $" = {usual}" : ""),
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "not a parameter"),
    };

    private static string Of(Bound bound) => bound switch
    {
        TraitBound trait => (trait.IsMaybe ? "?" : "") + For(trait.HigherRanked) + Of(trait.Trait),
        LifetimeBound lifetime => lifetime.Lifetime,
        UseBound use => $"use<{string.Join(", ", use.Captured)}>",
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, "not a bound"),
    };

    private static string Of(ImmutableArray<GenericArgument> arguments, ImmutableArray<AssociatedBinding> bindings)
    {
        var all = arguments.Select(Of).Concat(bindings.Select(binding =>
            binding.Type is { } type ? $"{binding.Name} = {Of(type)}" : $"{binding.Name}: {Of(binding.Bounds)}"));
        var list = string.Join(", ", all);
        return list.Length == 0 ? "" : $"<{list}>";
    }

    private static string Of(GenericArgument argument) => argument switch
    {
        LifetimeArgument lifetime => lifetime.Lifetime,
        TypeArgument type => Of(type.Type),
        ConstArgument constant => constant.Expression,
        _ => throw new ArgumentOutOfRangeException(nameof(argument), argument, "not an argument"),
    };

    private static string Qualifiers(bool isUnsafe, string abi) =>
        (isUnsafe ? "unsafe " : "") + (abi == "Rust" ? "" : $"extern \"{abi}\" ");

    private static string For(ImmutableArray<string> names) =>
        names.IsEmpty ? "" : $"for<{string.Join(", ", names)}> ";

    private static string Prefix(string? lifetime) => lifetime is null ? "" : lifetime + " ";

    private static string Colon(string bounds) => bounds.Length == 0 ? "" : ": " + bounds;

    private static string Join<T>(ImmutableArray<T> items, Func<T, string> write) =>
        string.Join(", ", items.Select(write));
}
