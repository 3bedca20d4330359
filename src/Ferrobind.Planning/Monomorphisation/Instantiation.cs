using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Skipping;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>A function's types with every type parameter replaced, or the reason why one cannot be.</summary>
internal sealed record Instantiation(ImmutableArray<TypeRef> Inputs, TypeRef Output, Skipped? Obstacle)
{
    /// <param name="given">Types that are known from around the function: <c>Self</c>, and the parameters of its impl.</param>
    public static Instantiation Of(FunctionSignature signature, IReadOnlyDictionary<string, TypeRef> given)
    {
        var types = new Dictionary<string, TypeRef>(given, StringComparer.Ordinal);
        foreach (var parameter in signature.Generics.Parameters)
        {
            switch (parameter)
            {
                case ConstParameter constant:
                    return Failed(SkipReason.ConstGeneric(constant.Name));
                case TypeParameter type:
                    var bounds = BoundsOf(type, signature.Generics).ToArray();
                    if (WellKnownBound.Instantiation(bounds) is not { } instance)
                        return Failed(SkipReason.Generic(type.Name, RustSyntax.Bounds(bounds)));
                    types.Add(type.Name, MayBeUnsized(bounds) ? Target(instance) : instance);
                    break;
                default:
                    break; // A lifetime: the bridge calls with whatever the views have.
            }
        }

        var inputs = ImmutableArray.CreateBuilder<TypeRef>(signature.Inputs.Length);
        foreach (var input in signature.Inputs)
        {
            var replaced = Substitution.Apply(input.Type, types, argumentPosition: true);
            if (replaced.Contains<ImplTraitType>(out var impl))
                return Failed(SkipReason.Generic(input.Name, RustSyntax.Bounds(impl.Bounds)));
            inputs.Add(replaced);
        }

        return new Instantiation(
            inputs.MoveToImmutable(), Substitution.Apply(signature.Output, types, argumentPosition: false), null);
    }

    // T: ?Sized is met by str and [u8] themselves. Then &T is the view, and what is borrowed from it outlives the export;
    // with T = &str it would be borrowed from a variable of the export's.
    private static bool MayBeUnsized(IEnumerable<Bound> bounds) => bounds.Any(b => b is TraitBound { IsMaybe: true });

    private static TypeRef Target(TypeRef instance) =>
        instance is ReferenceType { IsMutable: false } reference ? reference.Target : instance;

    private static IEnumerable<Bound> BoundsOf(TypeParameter parameter, Generics generics) =>
        parameter.Bounds.Concat(generics.Where
            .OfType<TypePredicate>()
            .Where(p => p.Type is GenericType generic && generic.Name == parameter.Name)
            .SelectMany(p => p.Bounds));

    private static Instantiation Failed(Skipped obstacle) => new([], TypeRef.Unit, obstacle);
}
