using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Ferrobind.Api;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>Replaces type parameters, and <c>impl Trait</c> arguments that have a well-known bound, by types.</summary>
internal static class Substitution
{
    public static TypeRef Apply(
        TypeRef type, IReadOnlyDictionary<string, TypeRef> types, bool argumentPosition)
    {
        TypeRef Go(TypeRef inner) => Apply(inner, types, argumentPosition);
        ImmutableArray<TypeRef> All(ImmutableArray<TypeRef> inner) => [.. inner.Select(Go)];

        return type switch
        {
            GenericType generic => types.GetValueOrDefault(generic.Name, type),
            AssociatedPathType { Self: GenericType owner } associated
                when types.TryGetValue($"{owner.Name}::{associated.Name}", out var known) => known,
            AssociatedPathType associated when Projection(Go(associated.Self), associated.Name) is { } projected => projected,
            AssociatedPathType associated => associated with { Self = Go(associated.Self) },
            ImplTraitType impl when !argumentPosition => new ImplTraitType([.. impl.Bounds.Select(b => Apply(b, Go))]),
            DynTraitType dyn => dyn with { Traits = [.. dyn.Traits.Select(t => Apply(t, Go))] },
            ImplTraitType impl when argumentPosition =>
                WellKnownBound.Instantiation(impl.Bounds) is { } known ? Go(known) : type,
            ReferenceType reference => reference with { Target = Go(reference.Target) },
            SliceType slice => new SliceType(Go(slice.Element)),
            ArrayType array => array with { Element = Go(array.Element) },
            PointerType pointer => pointer with { Target = Go(pointer.Target) },
            TupleType tuple => new TupleType(All(tuple.Elements)),
            PathType path => path with
            {
                Arguments =
                [
                    .. path.Arguments.Select(a => a is TypeArgument argument ? new TypeArgument(Go(argument.Type)) : a),
                ],
            },
            _ => type,
        };
    }

    private static Bound Apply(Bound bound, Func<TypeRef, TypeRef> go) =>
        bound is TraitBound trait ? trait with { Trait = Apply(trait.Trait, go) } : bound;

    private static TraitRef Apply(TraitRef trait, Func<TypeRef, TypeRef> go) => trait with
    {
        Arguments = [.. trait.Arguments.Select(a => a is TypeArgument argument ? new TypeArgument(go(argument.Type)) : a)],
        Bindings = [.. trait.Bindings.Select(b => b.Type is { } bound ? b with { Type = go(bound) } : b)],
    };

    // What a list is iterated over.
    private static TypeRef? Projection(TypeRef self, string name) =>
        name == "Item" && self.Is("alloc::vec::Vec", out var element) ? element : null;

    /// <summary>Whether a type has a part of the given kind, and the first such part.</summary>
    public static bool Contains<T>(this TypeRef type, [NotNullWhen(true)] out T? part)
        where T : TypeRef
    {
        part = Find<T>(type);
        return part is not null;
    }

    private static T? Find<T>(TypeRef type)
        where T : TypeRef => type as T ?? type switch
        {
            ReferenceType reference => Find<T>(reference.Target),
            SliceType slice => Find<T>(slice.Element),
            ArrayType array => Find<T>(array.Element),
            PointerType pointer => Find<T>(pointer.Target),
            TupleType tuple => tuple.Elements.Select(Find<T>).FirstOrDefault(found => found is not null),
            PathType path => path.TypeArguments().Select(Find<T>).FirstOrDefault(found => found is not null),
            _ => null,
        };
}
