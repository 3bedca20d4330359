using System.Collections.Immutable;
using Ferrobind.Api;

namespace Ferrobind.Rustdoc.Types;

/// <summary>
/// A type as the list of what it mentions, outermost first: sorts impls, and tells whether one concerns a type.
/// </summary>
internal static class TypeOutline
{
    public static string Text(TypeRef type) => string.Join(' ', Of(type));

    public static string Text(TraitRef trait) => string.Join(' ', Of(trait));

    public static IEnumerable<string> Of(TypeRef type) => type switch
    {
        PrimitiveType primitive => [primitive.Name],
        PathType path => [path.Definition.Path, .. Of(path.Arguments)],
        ReferenceType reference =>
            [reference.IsMutable ? "&mut" : "&", reference.Lifetime ?? "", .. Of(reference.Target)],
        SliceType slice => ["[]", .. Of(slice.Element)],
        ArrayType array => ["[;]", array.Length, .. Of(array.Element)],
        TupleType tuple => ["()", .. tuple.Elements.SelectMany(Of)],
        PointerType pointer => [pointer.IsMutable ? "*mut" : "*const", .. Of(pointer.Target)],
        FunctionPointerType function => ["fn", .. function.Inputs.SelectMany(Of), .. Of(function.Output)],
        GenericType generic => [generic.Name],
        ImplTraitType impl => ["impl", .. Of(impl.Bounds)],
        DynTraitType dyn => ["dyn", .. dyn.Traits.SelectMany(Of), dyn.Lifetime ?? ""],
        AssociatedPathType path =>
            [path.Name, .. Of(path.Self), .. path.Trait is { } trait ? Of(trait) : [], .. Of(path.Arguments)],
        UnknownType unknown => [unknown.Kind],
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a type"),
    };

    public static IEnumerable<string> Of(TraitRef trait) =>
        [trait.Definition.Path, .. Of(trait.Arguments), .. trait.Bindings.SelectMany(Of)];

    private static IEnumerable<string> Of(AssociatedBinding binding) =>
        [binding.Name, .. binding.Type is { } type ? Of(type) : [], .. Of(binding.Bounds)];

    private static IEnumerable<string> Of(ImmutableArray<Bound> bounds) => bounds.SelectMany(bound => bound switch
    {
        TraitBound trait => Of(trait.Trait),
        LifetimeBound lifetime => [lifetime.Lifetime],
        UseBound use => use.Captured,
        _ => throw new ArgumentOutOfRangeException(nameof(bounds), bound, "not a bound"),
    });

    private static IEnumerable<string> Of(ImmutableArray<GenericArgument> arguments) =>
        arguments.SelectMany(argument => argument switch
        {
            LifetimeArgument lifetime => [lifetime.Lifetime],
            TypeArgument type => Of(type.Type),
            ConstArgument constant => [constant.Expression],
            _ => throw new ArgumentOutOfRangeException(nameof(arguments), argument, "not an argument"),
        });
}
