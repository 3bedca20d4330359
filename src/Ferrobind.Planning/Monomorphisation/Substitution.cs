using System.Collections.Immutable;
using Ferrobind.Api;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>Replaces generic parameters, and <c>impl Trait</c> arguments that have a well-known bound, by what they stand for.</summary>
internal static class Substitution
{
    public static TypeRef Apply(TypeRef type, Bindings bindings, bool argumentPosition = false)
    {
        TypeRef Go(TypeRef inner) => Apply(inner, bindings, argumentPosition);

        return type switch
        {
            GenericType generic => bindings.Find(generic.Name) ?? type,
            AssociatedPathType { Self: GenericType owner } associated
                when bindings.Find($"{owner.Name}::{associated.Name}") is { } known => known,
            AssociatedPathType associated when Projection(Go(associated.Self), associated.Name) is { } projected => projected,
            ImplTraitType impl when argumentPosition && ClosureBound.In(impl.Bounds) is not null => Apply(type, bindings),
            ImplTraitType impl when argumentPosition =>
                WellKnownBound.Instantiation(impl.Bounds.Select(b => b is TraitBound bound ? bound with { Trait = WithBindings(bound.Trait, bindings) } : b)) is { } known
                    ? Go(known)
                    : type,
            _ => type.WithParts(Go, expression => bindings.Constants.GetValueOrDefault(expression, expression)),
        };
    }

    /// <summary>The trait with its arguments replaced.</summary>
    public static TraitRef Apply(TraitRef trait, Bindings bindings) => trait with
    {
        Arguments = [.. trait.Arguments.Select(a => Apply(a, bindings))],
    };

    /// <summary>The trait with what its associated types are replaced, too.</summary>
    public static TraitRef WithBindings(TraitRef trait, Bindings bindings) => Apply(trait, bindings) with
    {
        Bindings = [.. trait.Bindings.Select(b => b.Type is { } type ? b with { Type = Apply(type, bindings) } : b)],
    };

    public static GenericArgument Apply(GenericArgument argument, Bindings bindings) => argument switch
    {
        TypeArgument type => new TypeArgument(Apply(type.Type, bindings)),
        ConstArgument constant => new ConstArgument(bindings.Constants.GetValueOrDefault(constant.Expression, constant.Expression)),
        _ => argument,
    };

    // What a list is iterated over.
    private static TypeRef? Projection(TypeRef self, string name) =>
        name == "Item" && self.Is("alloc::vec::Vec", out var element) ? element : null;
}
