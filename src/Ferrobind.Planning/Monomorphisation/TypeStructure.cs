using System.Diagnostics.CodeAnalysis;
using Ferrobind.Api;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>What types consist of: found, and replaced.</summary>
internal static class TypeStructure
{
    /// <summary>The type with each of its direct parts replaced.</summary>
    /// <param name="constant">Replaces the expressions of const arguments and of array lengths.</param>
    public static TypeRef WithParts(this TypeRef type, Func<TypeRef, TypeRef> part, Func<string, string>? constant = null)
    {
        string Constant(string expression) => constant is null ? expression : constant(expression);
        GenericArgument Argument(GenericArgument argument) => argument switch
        {
            TypeArgument inner => new TypeArgument(part(inner.Type)),
            ConstArgument inner => new ConstArgument(Constant(inner.Expression)),
            _ => argument,
        };
        TraitRef Trait(TraitRef trait) => trait with
        {
            Arguments = [.. trait.Arguments.Select(Argument)],
            Bindings = [.. trait.Bindings.Select(b => b.Type is { } bound ? b with { Type = part(bound) } : b)],
        };

        return type switch
        {
            ReferenceType reference => reference with { Target = part(reference.Target) },
            SliceType slice => new SliceType(part(slice.Element)),
            ArrayType array => new ArrayType(part(array.Element), Constant(array.Length)),
            PointerType pointer => pointer with { Target = part(pointer.Target) },
            TupleType tuple => new TupleType([.. tuple.Elements.Select(part)]),
            PathType path => path with { Arguments = [.. path.Arguments.Select(Argument)] },
            AssociatedPathType associated => associated with
            {
                Self = part(associated.Self),
                Trait = associated.Trait is { } trait ? Trait(trait) : null,
                Arguments = [.. associated.Arguments.Select(Argument)],
            },
            DynTraitType dyn => dyn with { Traits = [.. dyn.Traits.Select(Trait)] },
            ImplTraitType impl => new ImplTraitType(
                [.. impl.Bounds.Select(b => b is TraitBound bound ? bound with { Trait = Trait(bound.Trait) } : b)]),
            _ => type,
        };
    }

    /// <summary>Whether a type has a part of the given kind, and the first such part.</summary>
    public static bool Contains<T>(this TypeRef type, [NotNullWhen(true)] out T? part)
        where T : TypeRef
    {
        part = Find<T>(type, _ => true);
        return part is not null;
    }

    /// <summary>Whether a type has such a part.</summary>
    public static bool Contains<T>(this TypeRef type, Func<T, bool> isSuch)
        where T : TypeRef => Find(type, isSuch) is not null;

    private static T? Find<T>(TypeRef type, Func<T, bool> isSuch)
        where T : TypeRef => type is T part && isSuch(part) ? part : type switch
        {
            ReferenceType reference => Find(reference.Target, isSuch),
            SliceType slice => Find(slice.Element, isSuch),
            ArrayType array => Find(array.Element, isSuch),
            PointerType pointer => Find(pointer.Target, isSuch),
            TupleType tuple => tuple.Elements.Select(t => Find(t, isSuch)).FirstOrDefault(found => found is not null),
            PathType path => path.TypeArguments().Select(t => Find(t, isSuch)).FirstOrDefault(found => found is not null),
            _ => null,
        };
}
