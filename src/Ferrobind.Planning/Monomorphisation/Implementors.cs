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

    private static bool IsText(TypeRef type) =>
        type is ReferenceType { IsMutable: false } reference ? reference.Target.IsStr() : type.Is("alloc::string::String");

    private static bool IsBytes(TypeRef type) =>
        type is ReferenceType { IsMutable: false, Target: SliceType { Element: PrimitiveType { Name: "u8" } } };

    private static bool IsConcrete(TypeRef type) => !type.Contains<GenericType>(out _) && !type.Contains<DynTraitType>(out _);
}
