using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>Recognises <c>Fn</c>, <c>FnMut</c> and <c>FnOnce</c>, and what a type parameter can be that only a closure returns.</summary>
internal static class ClosureBound
{
    public static ClosureKind? KindOf(TraitRef trait) => trait.Definition.Path switch
    {
        "core::ops::function::Fn" => ClosureKind.Fn,
        "core::ops::function::FnMut" => ClosureKind.FnMut,
        "core::ops::function::FnOnce" => ClosureKind.FnOnce,
        _ => null,
    };

    /// <summary>The one of a parameter's bounds that says that it is a closure; else null.</summary>
    public static TraitRef? In(IEnumerable<Bound> bounds) =>
        bounds.OfType<TraitBound>().Select(b => b.Trait).FirstOrDefault(t => KindOf(t) is not null);

    /// <summary>What a closure takes.</summary>
    public static ImmutableArray<TypeRef> Inputs(TraitRef closure) =>
        closure.Arguments.OfType<TypeArgument>().FirstOrDefault()?.Type is TupleType tuple ? tuple.Elements : [];

    /// <summary>What a closure returns.</summary>
    public static TypeRef Output(TraitRef closure) => closure.Bindings.FirstOrDefault(b => b.Name == "Output")?.Type ?? TypeRef.Unit;

    /// <summary>What is owned by itself, of what would be a view if the caller passed it.</summary>
    public static TypeRef Owned(TypeRef instance) => instance switch
    {
        ReferenceType { IsMutable: false, Target: PrimitiveType { Name: "str" } } => WellKnownBound.OwnedText,
        ReferenceType { IsMutable: false, Target: SliceType slice } => WellKnownBound.Vec(slice.Element),
        _ => instance,
    };

    /// <summary>
    /// A parameter that closures return, and nothing else says what it is: no value, where the function only hands on what the closure
    /// returned; a text, where it is the error, or a key by which something is sorted.
    /// </summary>
    public static TypeRef? Returned(TypeParameter parameter, IEnumerable<Bound> bounds, FunctionSignature signature)
    {
        if (!Instantiation.IsAny(bounds) || !IsReturned(parameter.Name, signature))
            return null;
        var outputs = Closures(signature).Select(Output).ToArray();
        if (bounds.Any(IsCompared) && outputs.Any(o => Is(o, parameter.Name)))
            return WellKnownBound.OwnedText;
        if (outputs.Any(o => o.IsResult(out _, out var error) && Is(error, parameter.Name)))
            return WellKnownBound.OwnedText;
        var handedOn = signature.Output;
        if (handedOn.IsResult(out var ok, out _) || handedOn.IsOption(out ok))
            handedOn = ok;
        return Is(handedOn, parameter.Name) || !Mentions(signature.Output, parameter.Name) ? TypeRef.Unit : null;
    }

    /// <summary>A closure of the function returns the parameter.</summary>
    public static bool IsReturned(string name, FunctionSignature signature) =>
        Closures(signature).Any(closure => Mentions(Output(closure), name))
        && !signature.Inputs.Any(input => Mentions(input.Type, name))
        && !Closures(signature).Any(closure => Inputs(closure).Any(input => Mentions(input, name)));

    private static bool IsCompared(Bound bound) =>
        bound is TraitBound { Trait.Definition.Path: "core::cmp::Ord" or "core::cmp::PartialOrd" or "core::cmp::Eq" or "core::cmp::PartialEq" };

    private static IEnumerable<TraitRef> Closures(FunctionSignature signature) =>
        signature.Generics.Parameters.OfType<TypeParameter>().SelectMany(p => p.Bounds)
            .Concat(signature.Generics.Where.OfType<TypePredicate>().SelectMany(p => p.Bounds))
            .Concat(signature.Inputs.Select(i => i.Type).OfType<ImplTraitType>().SelectMany(t => t.Bounds))
            .OfType<TraitBound>().Select(b => b.Trait).Where(t => KindOf(t) is not null);

    private static bool Is(TypeRef type, string name) => type is GenericType generic && generic.Name == name;

    private static bool Mentions(TypeRef type, string name) => type switch
    {
        GenericType generic => generic.Name == name,
        ReferenceType reference => Mentions(reference.Target, name),
        SliceType slice => Mentions(slice.Element, name),
        ArrayType array => Mentions(array.Element, name),
        TupleType tuple => tuple.Elements.Any(e => Mentions(e, name)),
        PathType path => path.TypeArguments().Any(a => Mentions(a, name)),
        AssociatedPathType associated => Mentions(associated.Self, name),
        _ => false,
    };
}
