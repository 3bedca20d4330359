using System.Collections.Immutable;
using Ferrobind.Api;

namespace Ferrobind.Rustdoc.Types;

/// <summary>
/// A type as the list of what it mentions, outermost first: sorts impls, and tells whether one concerns a type.
/// </summary>
internal static class TypeOutline
{
    /// <summary>One of the words of an outline; of a type or a trait that is defined somewhere, its path, and where.</summary>
    internal readonly record struct Word(string Text, Definition? Definition)
    {
        public static implicit operator Word(string text) => new(text, null);
    }

    public static string Text(TypeRef type) => string.Join(' ', Of(type).Select(word => word.Text));

    public static string Text(TraitRef trait) => string.Join(' ', Of(trait).Select(word => word.Text));

    public static IEnumerable<Word> Of(TypeRef type) => type switch
    {
        PrimitiveType primitive => [primitive.Name],
        PathType path => [Named(path.Definition), .. Of(path.Arguments)],
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

    public static IEnumerable<Word> Of(TraitRef trait) =>
        [Named(trait.Definition), .. Of(trait.Arguments), .. trait.Bindings.SelectMany(Of)];

    public static IEnumerable<Word> Of(IEnumerable<Bound> bounds) => bounds.SelectMany(bound => bound switch
    {
        TraitBound trait => Of(trait.Trait),
        LifetimeBound lifetime => [lifetime.Lifetime],
        UseBound use => use.Captured.Select(name => (Word)name),
        _ => throw new ArgumentOutOfRangeException(nameof(bounds), bound, "not a bound"),
    });

    private static Word Named(Definition definition) => new(definition.Path, definition);

    private static IEnumerable<Word> Of(AssociatedBinding binding) =>
        [binding.Name, .. binding.Type is { } type ? Of(type) : [], .. Of(binding.Bounds)];

    private static IEnumerable<Word> Of(ImmutableArray<GenericArgument> arguments) =>
        arguments.SelectMany(argument => argument switch
        {
            LifetimeArgument lifetime => [lifetime.Lifetime],
            TypeArgument type => Of(type.Type),
            ConstArgument constant => [constant.Expression],
            _ => throw new ArgumentOutOfRangeException(nameof(arguments), argument, "not an argument"),
        });
}
