using Ferrobind.Api;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>Who implements the crate's own traits: what a parameter that is bound by one can be.</summary>
internal sealed class Implementors(CrateApi api, TypeRegistry types)
{
    private readonly ILookup<string, TypeRef> _byTrait = api.Impls
        .Where(i => i is { Trait: not null, IsNegative: false, IsBlanket: false, IsSynthetic: false })
        .ToLookup(i => i.Trait!.Definition.Path, i => i.For, StringComparer.Ordinal);

    /// <summary>The best implementor of a trait of the crate's own: text, bytes, a scalar, data, a handle; null where there is none.</summary>
    public TypeRef? Of(TraitRef trait)
    {
        if (!types.Members.OwnTraits.ContainsKey(trait.Definition.Path))
            return null;
        var candidates = _byTrait[trait.Definition.Path].Where(IsConcrete).ToArray();
        return candidates.FirstOrDefault(IsText)
            ?? candidates.FirstOrDefault(IsBytes)
            ?? candidates.FirstOrDefault(t => Scalars.Of(t) is not null)
            ?? candidates.FirstOrDefault(t => types.Values.Plan(t) is not null)
            ?? candidates.FirstOrDefault(t => types.Handles.Plan(t is ReferenceType reference ? reference.Target : t) is not null);
    }

    /// <summary>The type with its projections replaced: <c>&lt;String as Trait&gt;::Output</c> is what the impl says.</summary>
    public TypeRef Resolve(TypeRef type) => type switch
    {
        AssociatedPathType { Trait: { } trait } path when Projection(Resolve(path.Self), trait, path.Name) is { } known => Resolve(known),
        ReferenceType reference => reference with { Target = Resolve(reference.Target) },
        SliceType slice => new SliceType(Resolve(slice.Element)),
        ArrayType array => array with { Element = Resolve(array.Element) },
        TupleType tuple => new TupleType([.. tuple.Elements.Select(Resolve)]),
        PathType path => path with
        {
            Arguments = [.. path.Arguments.Select(a => a is TypeArgument argument ? new TypeArgument(Resolve(argument.Type)) : a)],
        },
        ImplTraitType impl => new ImplTraitType(
        [
            .. impl.Bounds.Select(b => b is TraitBound bound
                ? bound with
                {
                    Trait = bound.Trait with
                    {
                        Bindings = [.. bound.Trait.Bindings.Select(x => x.Type is { } value ? x with { Type = Resolve(value) } : x)],
                    },
                }
                : b),
        ]),
        _ => type,
    };

    private TypeRef? Projection(TypeRef self, TraitRef trait, string name)
    {
        // An impl for the type itself comes before one for all types.
        foreach (var impl in api.Impls
            .Where(i => i is { IsNegative: false, IsBlanket: false } && i.Trait?.Definition.Path == trait.Definition.Path)
            .OrderBy(i => i.For is GenericType))
        {
            var given = new Dictionary<string, TypeRef>(StringComparer.Ordinal);
            if (Matches(impl.For, self, given) && impl.Items.Types.FirstOrDefault(t => t.Name == name)?.Type is { } type)
                return Substitution.Apply(type, given, argumentPosition: false);
        }

        return null;
    }

    private static bool Matches(TypeRef pattern, TypeRef type, Dictionary<string, TypeRef> given)
    {
        switch (pattern, type)
        {
            case (GenericType parameter, _):
                given[parameter.Name] = type;
                return true;
            case (ReferenceType left, ReferenceType right):
                return left.IsMutable == right.IsMutable && Matches(left.Target, right.Target, given);
            case (SliceType left, SliceType right):
                return Matches(left.Element, right.Element, given);
            case (PathType left, PathType right) when left.Definition == right.Definition:
                return left.TypeArguments().Zip(right.TypeArguments()).All(pair => Matches(pair.First, pair.Second, given));
            case (PrimitiveType left, PrimitiveType right):
                return left.Name == right.Name;
            default:
                return false;
        }
    }

    private static bool IsText(TypeRef type) =>
        type is ReferenceType { IsMutable: false } reference ? reference.Target.IsStr() : type.Is("alloc::string::String");

    private static bool IsBytes(TypeRef type) =>
        type is ReferenceType { IsMutable: false, Target: SliceType { Element: PrimitiveType { Name: "u8" } } };

    private static bool IsConcrete(TypeRef type) => !type.Contains<GenericType>(out _) && !type.Contains<DynTraitType>(out _);
}
