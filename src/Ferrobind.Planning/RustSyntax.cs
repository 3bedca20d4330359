using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Planning.Monomorphisation;

namespace Ferrobind.Planning;

/// <summary>Writes types and signatures as Rust code has them, for reports and messages.</summary>
internal static class RustSyntax
{
    public static string Of(TypeRef type) => type switch
    {
        PrimitiveType primitive => primitive.Name == "never" ? "!" : primitive.Name,
        PathType path => Last(path.Definition.Path) + Arguments(path.Arguments, []),
        ReferenceType reference =>
            "&" + (reference.Lifetime is { } lifetime ? lifetime + " " : "") + (reference.IsMutable ? "mut " : "")
            + Of(reference.Target),
        SliceType slice => $"[{Of(slice.Element)}]",
        ArrayType array => $"[{Of(array.Element)}; {array.Length}]",
        TupleType { Elements: [var single] } => $"({Of(single)},)",
        TupleType tuple => $"({Join(tuple.Elements, Of)})",
        PointerType pointer => (pointer.IsMutable ? "*mut " : "*const ") + Of(pointer.Target),
        FunctionPointerType function =>
            (function.IsUnsafe ? "unsafe " : "") + (function.Abi == "Rust" ? "" : $"extern \"{function.Abi}\" ")
            + $"fn({Join(function.Inputs, Of)}){Returning(function.Output)}",
        GenericType generic => generic.Name,
        ImplTraitType impl => "impl " + Bounds(impl.Bounds),
        DynTraitType dyn => "dyn " + string.Join(" + ", dyn.Traits.Select(Of).Append(dyn.Lifetime).OfType<string>()),
        AssociatedPathType { Trait: { } trait } path => $"<{Of(path.Self)} as {Of(trait)}>::{path.Name}",
        AssociatedPathType path => $"{Of(path.Self)}::{path.Name}",
        UnknownType unknown => unknown.Kind,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a type"),
    };

    public static string Of(TraitRef trait) => ClosureBound.KindOf(trait) is { } kind
        ? $"{kind}({Join(ClosureBound.Inputs(trait), Of)}){Returning(ClosureBound.Output(trait))}"
        : Last(trait.Definition.Path) + Arguments(trait.Arguments, trait.Bindings);

    public static string Bounds(IEnumerable<Bound> bounds) => string.Join(" + ", bounds.Select(Of));

    public static string Of(string name, FunctionSignature signature)
    {
        var qualifiers = (signature.IsConst ? "const " : "") + (signature.IsAsync ? "async " : "")
            + (signature.IsUnsafe ? "unsafe " : "")
            + (signature.Abi == "Rust" ? "" : $"extern \"{signature.Abi}\" ");
        var inputs = signature.Inputs.Select(Of).Concat(signature.IsVariadic ? ["..."] : []);
        return $"{qualifiers}fn {name}{Of(signature.Generics)}({string.Join(", ", inputs)})"
            + Returning(signature.Output) + Where(signature.Generics);
    }

    private static string Of(Parameter parameter) => parameter switch
    {
        { Name: "self", Type: GenericType { Name: "Self" } } => "self",
        { Name: "self", Type: ReferenceType { Target: GenericType { Name: "Self" }, Lifetime: null } reference } =>
            reference.IsMutable ? "&mut self" : "&self",
        _ => $"{parameter.Name}: {Of(parameter.Type)}",
    };

    public static string Of(Generics generics) =>
        generics.Parameters.IsEmpty ? "" : $"<{Join(generics.Parameters, Of)}>";

    private static string Of(GenericParameter parameter) => parameter switch
    {
        LifetimeParameter lifetime => lifetime.Name
            + (lifetime.Outlives.IsEmpty ? "" : ": " + string.Join(" + ", lifetime.Outlives)),
        TypeParameter type => type.Name + (type.Bounds.IsEmpty ? "" : ": " + Bounds(type.Bounds)),
        ConstParameter constant => $"const {constant.Name}: {Of(constant.Type)}",
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "not a generic parameter"),
    };

    private static string Of(Bound bound) => bound switch
    {
        TraitBound trait => (trait.IsMaybe ? "?" : "") + Of(trait.Trait),
        LifetimeBound lifetime => lifetime.Lifetime,
        UseBound use => $"use<{string.Join(", ", use.Captured)}>",
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, "not a bound"),
    };

    private static string Where(Generics generics)
    {
        var clauses = generics.Where.Select(predicate => predicate switch
        {
            TypePredicate type => $"{Of(type.Type)}: {Bounds(type.Bounds)}",
            LifetimePredicate lifetime => $"{lifetime.Lifetime}: {string.Join(" + ", lifetime.Outlives)}",
            EqualityPredicate equality => $"{Of(equality.Left)} == {equality.Right}",
            _ => throw new ArgumentOutOfRangeException(nameof(generics), predicate, "not a where clause"),
        });
        var text = string.Join(", ", clauses);
        return text.Length == 0 ? "" : " where " + text;
    }

    private static string Returning(TypeRef output) => output.IsUnit() ? "" : " -> " + Of(output);

    private static string Arguments(
        ImmutableArray<GenericArgument> arguments, ImmutableArray<AssociatedBinding> bindings)
    {
        var all = arguments
            .Select(argument => argument switch
            {
                LifetimeArgument lifetime => lifetime.Lifetime,
                TypeArgument type => Of(type.Type),
                ConstArgument constant => constant.Expression,
                _ => throw new ArgumentOutOfRangeException(nameof(arguments), argument, "not a generic argument"),
            })
            .Concat(bindings.Select(b => b.Type is { } type ? $"{b.Name} = {Of(type)}" : $"{b.Name}: {Bounds(b.Bounds)}"));
        var text = string.Join(", ", all);
        return text.Length == 0 ? "" : $"<{text}>";
    }

    private static string Join<T>(ImmutableArray<T> items, Func<T, string> write) =>
        string.Join(", ", items.Select(write));

    private static string Last(string path) => path[(path.LastIndexOf(':') + 1)..];
}
