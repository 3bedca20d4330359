using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Skipping;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>A function's types with every type parameter replaced, or the reason why one cannot be.</summary>
internal sealed record Instantiation(ImmutableArray<TypeRef> Inputs, TypeRef Output, Skipped? Obstacle)
{
    /// <summary>
    /// The function's own parameters, types and constants, in order: what has to be said, for no argument says it; null where one does.
    /// Empty where nothing has to be said.
    /// </summary>
    public ImmutableArray<TypeRef?> Said { get; private init; } = [];

    /// <param name="given">Types that are known from around the function: <c>Self</c>, and the parameters of its impl.</param>
    /// <param name="implementor">The type to take for a parameter that is bound by traits, where there are some of the crate's own.</param>
    /// <param name="preset">The type that a parameter is by default, where it stands.</param>
    public static Instantiation Of(
        FunctionSignature signature, Bindings given, Func<IEnumerable<TraitRef>, TypeRef?>? implementor = null, Func<string, TypeRef?>? preset = null)
    {
        var types = given;
        if (signature.Generics.Parameters.OfType<ConstParameter>().FirstOrDefault() is { } constant)
            return Failed(SkipReason.ConstGeneric(constant.Name));

        // What items of a list are may be said by another parameter, so lists come last.
        var parameters = signature.Generics.Parameters.OfType<TypeParameter>()
            .Select(type => (Type: type, Bounds: BoundsOf(type, signature.Generics).ToArray()))
            .OrderBy(p => ClosureBound.In(p.Bounds) is not null).ThenBy(p => p.Bounds.OfType<TraitBound>().Any(IsList));
        foreach (var (type, bounds) in parameters)
        {
            if (ClosureBound.In(bounds) is not null)
            {
                types = types.With(type.Name, Substitution.Apply(new ImplTraitType([.. bounds]), types));
                continue;
            }

            // What the items of a list are, other parameters say, which come first.
            var bounded = bounds.Select(bound => bound is TraitBound list && IsList(list) ? list with { Trait = Substitution.WithBindings(list.Trait, types) } : bound).ToArray();
            var known = WellKnownBound.Instantiation(bounded);
            if (signature.Inputs.Any(i => i.Type is GenericType whole && whole.Name == type.Name) && !Mentions(signature.Output, type.Name))
                known = WellKnownBound.Lent(known, bounds);
            var instance = preset?.Invoke(type.Name) ?? known ?? ListOf(type, bounds, signature.Generics)
                ?? implementor?.Invoke(bounds.OfType<TraitBound>().Select(b => b.Trait));
            instance ??= Named(bounds);
            if (instance is not null && ClosureBound.IsReturned(type.Name, signature))
                instance = ClosureBound.Owned(instance);
            instance ??= IsAny(bounds) && IsValue(type.Name, signature) ? WellKnownBound.OwnedText : null;
            instance ??= ClosureBound.Returned(type, bounds, signature);
            if (instance is null || !IsTold(type, signature))
                return Failed(SkipReason.Generic(type.Name, RustSyntax.Bounds(bounds)));
            types = types.With(type.Name, Substitution.Apply(MayBeUnsized(bounds) ? Target(instance) : instance, types));
        }

        var inputs = ImmutableArray.CreateBuilder<TypeRef>(signature.Inputs.Length);
        foreach (var input in signature.Inputs)
        {
            var replaced = Substitution.Apply(input.Type, types, argumentPosition: true);
            if (input.Type is ImplTraitType any && replaced is PathType)
                replaced = WellKnownBound.Lent(replaced, any.Bounds)!;
            if (replaced is ImplTraitType own && implementor?.Invoke(own.Bounds.OfType<TraitBound>().Select(b => b.Trait)) is { } implemented)
                replaced = implemented;
            else if (replaced is ImplTraitType other && (Named(other.Bounds) ?? (IsAny(other.Bounds) ? WellKnownBound.OwnedText : null)) is { } instance)
            {
                replaced = Substitution.Apply(instance, types);
            }

            if (replaced.Contains<ImplTraitType>(out var impl) && ClosureBound.In(impl.Bounds) is null)
                return Failed(SkipReason.Generic(input.Name, RustSyntax.Bounds(impl.Bounds)));
            inputs.Add(replaced);
        }

        var said = signature.Generics.Parameters.Where(p => p is not LifetimeParameter)
            .Select(p => p is TypeParameter && !signature.Inputs.Any(i => Mentions(i.Type, p.Name)) && Mentions(signature.Output, p.Name) ? types.Find(p.Name) : null)
            .ToImmutableArray();
        return new Instantiation(inputs.MoveToImmutable(), Substitution.Apply(signature.Output, types), null)
        {
            Said = said.Any(type => type is not null) ? said : [],
        };
    }

    // T: Equivalent<K>, PartialEq<K>, AsRef<Options> …: the type that is named is one of those, as likely as not.
    private static TypeRef? Named(IEnumerable<Bound> bounds) => bounds.OfType<TraitBound>()
        .Where(b => !b.Trait.Definition.Path.StartsWith("core::ops::function::", StringComparison.Ordinal))
        .Select(b => b.Trait.Arguments.OfType<TypeArgument>().ToArray() is [var single] ? single.Type : null)
        .FirstOrDefault(t => t is not null and not GenericType { Name: "Self" });

    /// <summary>What a parameter's bounds alone say that it is; null where they do not.</summary>
    public static TypeRef? Known(TypeParameter parameter, Generics generics)
    {
        var bounds = BoundsOf(parameter, generics).ToArray();
        return WellKnownBound.Instantiation(bounds) is { } known ? MayBeUnsized(bounds) ? Target(known) : known : null;
    }

    // fn is<D: Dim>() -> bool: no argument says what the parameter is, whatever it can be. A bound of another one may: I::Item: Borrow<(K, V)>.
    private static bool IsTold(TypeParameter parameter, FunctionSignature signature)
    {
        var others = signature.Generics.Parameters.OfType<TypeParameter>().Where(p => p != parameter).SelectMany(p => p.Bounds)
            .Concat(signature.Generics.Where.OfType<TypePredicate>()
                .Where(p => p.Type is AssociatedPathType { Self: GenericType } || (p.Type is GenericType other && other.Name != parameter.Name)).SelectMany(p => p.Bounds));
        return signature.Inputs.Select(i => i.Type).Append(signature.Output).Append(new ImplTraitType([.. others]))
            .Any(type => Has(type, parameter.Name));
    }

    // Of a projection, there is no way back to what it is of.
    private static bool Has(TypeRef type, string parameter)
    {
        if (type is AssociatedPathType)
            return false;
        var found = type is FunctionPointerType || (type is GenericType generic && generic.Name == parameter);
        type.WithParts(part =>
        {
            found = found || Has(part, parameter);
            return part;
        });
        return found;
    }

    private static bool IsList(TraitBound bound) =>
        bound.Trait.Definition.Path is WellKnownBound.IntoIterator or WellKnownBound.Iterator or WellKnownBound.IndexTrait;

    // What any value can do, a text can: compare, hash, be shown and copied. A caller in another language has nothing that says more.
    public static bool IsAny(IEnumerable<Bound> bounds) => bounds.All(b => b is not TraitBound trait || trait.Trait.Definition.Path is
        "core::cmp::PartialEq" or "core::cmp::Eq" or "core::cmp::PartialOrd" or "core::cmp::Ord" or "core::hash::Hash"
        or "core::fmt::Debug" or "core::fmt::Display" or "core::clone::Clone" or "core::default::Default" or "alloc::borrow::ToOwned"
        or "core::marker::Send" or "core::marker::Sync" or "core::marker::Sized" or "core::marker::Unpin");

    // What is a part of a type that is not std's, like a hasher of its, is no value that somebody passes.
    private static bool IsValue(string parameter, FunctionSignature signature) =>
        signature.Inputs.Any(i => Mentions(i.Type, parameter)) && !signature.Inputs.Select(i => i.Type).Append(signature.Output)
            .Any(t => t.Contains<PathType>(p => p.Definition.Crate is not ("core" or "alloc" or "std") && p.TypeArguments().Any(a => Mentions(a, parameter))));

    private static bool Mentions(TypeRef type, string parameter) => type.Contains<GenericType>(g => g.Name == parameter);

    // I: IntoIterator, I::Item: AsRef<str>
    private static TypeRef? ListOf(TypeParameter parameter, IEnumerable<Bound> bounds, Generics generics)
    {
        if (bounds.OfType<TraitBound>().FirstOrDefault(IsList) is not { } list)
            return null;
        var items = generics.Where.OfType<TypePredicate>()
            .Where(p => p.Type is AssociatedPathType { Name: "Item", Self: GenericType self } && self.Name == parameter.Name)
            .SelectMany(p => p.Bounds);
        return WellKnownBound.Instantiation(items) is { } item
            ? WellKnownBound.ListOf(item, list.Trait.Definition.Path == WellKnownBound.Iterator)
            : null;
    }

    // T: ?Sized is met by str and [u8] themselves. Then &T is the view, and what is borrowed from it outlives the export;
    // with T = &str it would be borrowed from a variable of the export's.
    private static bool MayBeUnsized(IEnumerable<Bound> bounds) => bounds.Any(b => b is TraitBound { IsMaybe: true });

    private static TypeRef Target(TypeRef instance) =>
        instance is ReferenceType { IsMutable: false } reference ? reference.Target : instance;

    public static IEnumerable<Bound> BoundsOf(TypeParameter parameter, Generics generics) =>
        parameter.Bounds.Concat(generics.Where
            .OfType<TypePredicate>()
            .Where(p => p.Type is GenericType generic && generic.Name == parameter.Name)
            .SelectMany(p => p.Bounds));

    private static Instantiation Failed(Skipped obstacle) => new([], TypeRef.Unit, obstacle);
}
