using Ferrobind.Api;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>Who implements the crate's own traits: what a parameter that is bound by one can be.</summary>
internal sealed class Implementors(CrateApi api, TypeRegistry types)
{
    private const int MaxDepth = 4;

    // Types that compute, as numbers do that are types, have projections that lead to ever more of them.
    private const int MaxProjections = 8;

    private static readonly TypeRef Wide = new PrimitiveType("f64");
    private static readonly TypeRef[] WideIntegers = [new PrimitiveType("i64"), new PrimitiveType("u64")];

    // An impl for the type itself comes before one for all types.
    private readonly ILookup<string, ImplBlock> _impls = api.Impls.Where(i => i is { IsNegative: false, IsBlanket: false, Trait: not null })
        .OrderBy(i => i.For is GenericType).ToLookup(i => i.Trait!.Definition.Path, StringComparer.Ordinal);

    /// <summary>The best implementor of traits, of those that are the crate's own: text, bytes, a scalar, data, a handle; null where there is none.</summary>
    public TypeRef? Of(IEnumerable<TraitRef> traits)
    {
        var candidates = traits.Select(trait => Candidates(trait, 0).ToArray()).Where(types => types.Length > 0).ToArray();
        // Of those of the first one, those that have the others, too.
        return candidates.Length == 0 ? null
            : Best([.. candidates[0].Where(type => candidates[1..].All(types => types.Any(other => Unification.AreSame(other, type))))])
            ?? candidates.Select(Best).FirstOrDefault(type => type is not null);
    }

    private TypeRef? Best(TypeRef[] candidates) =>
        candidates.FirstOrDefault(t => t.IsStr())
            ?? candidates.FirstOrDefault(IsText)
            ?? candidates.FirstOrDefault(IsBytes)
            ?? Scalar(candidates)
            ?? candidates.FirstOrDefault(t => types.Values.Plan(t) is not null)
            ?? candidates.FirstOrDefault(t => types.Handles.Plan(t is ReferenceType reference ? reference.Target : t) is not null);

    // What is for floats is for those that the other languages compute with, though bool and f32 come before them; and what is for integers
    // for those that they have whole numbers in.
    private static TypeRef? Scalar(TypeRef[] candidates) => candidates.FirstOrDefault(t => Scalars.Of(t) is not null) switch
    {
        PrimitiveType { Name: "bool" or "f32" } first => candidates.Contains(Wide) ? Wide : first,
        PrimitiveType { Name: "i8" or "i16" or "i32" or "i128" or "u8" or "u16" or "u32" or "u128" } first => WideIntegers.FirstOrDefault(candidates.Contains) ?? first,
        var first => first,
    };

    /// <summary>The closures that implement a trait of the crate's own: <c>impl&lt;F> Trait for F where F: Fn(A) -> R</c>. Null where there are none.</summary>
    public TypeRef? ClosureOf(TraitRef trait)
    {
        foreach (var impl in api.Impls.Where(i =>
            i is { IsNegative: false, IsBlanket: false, IsSynthetic: false, For: GenericType } && i.Trait?.Definition.Path == trait.Definition.Path))
        {
            var all = (GenericType)impl.For;
            if (ClosureBound.In(AllBounds(impl.Generics, all.Name)) is not { } closure)
                continue;
            var given = Bindings.Empty;
            foreach (var parameter in impl.Generics.Parameters.OfType<TypeParameter>().Where(p => p.Name != all.Name))
            {
                if (WellKnownBound.Instantiation(AllBounds(impl.Generics, parameter.Name)) is { } known)
                    given = given.With(parameter.Name, ClosureBound.Owned(known));
            }

            return Substitution.Apply(new ImplTraitType([new TraitBound(closure, false, [])]), given);
        }

        return null;
    }

    /// <summary>Of <c>fn has&lt;T>(&amp;self, value: T) where Self: Has&lt;T></c>, what <c>T</c> can be: of what the impls for the type say, the first that crosses, data first.</summary>
    public TypeRef? ArgumentFor(string parameter, Generics generics, TypeRef? self)
    {
        if (self is null)
            return null;
        var bounds = generics.Where.OfType<TypePredicate>().Where(p => p.Type is GenericType { Name: "Self" }).SelectMany(p => p.Bounds).OfType<TraitBound>()
            .Where(b => b.Trait.Arguments is [TypeArgument { Type: GenericType generic }] && generic.Name == parameter);
        var arguments = bounds.SelectMany(b => _impls[b.Trait.Definition.Path]).Where(i => Unification.AreSame(i.For, self))
            .SelectMany(i => i.Trait!.Arguments).OfType<TypeArgument>().Select(a => a.Type).Where(IsConcrete).ToArray();
        return arguments.FirstOrDefault(t => types.Values.Plan(t) is not null)
            ?? arguments.FirstOrDefault(t => types.Handles.Plan(t is ReferenceType reference ? reference.Target : t) is not null);
    }

    private static IEnumerable<Bound> AllBounds(Generics generics, string name) =>
        generics.Parameters.OfType<TypeParameter>().Where(p => p.Name == name).SelectMany(p => p.Bounds)
            .Concat(generics.Where.OfType<TypePredicate>().Where(p => p.Type is GenericType generic && generic.Name == name).SelectMany(p => p.Bounds));

    // One for all types that have another trait of the crate is one for those.
    private IEnumerable<TypeRef> Candidates(TraitRef trait, int depth)
    {
        if (depth > MaxDepth || !types.Members.OwnTraits.ContainsKey(trait.Definition.Path))
            yield break;
        foreach (var impl in api.Impls.Where(i =>
            i is { IsNegative: false, IsBlanket: false, IsSynthetic: false } && i.Trait?.Definition.Path == trait.Definition.Path))
        {
            if (impl.For is GenericType all)
            {
                foreach (var bound in Bounds(impl.Generics, all.Name))
                {
                    if (Best([.. Candidates(bound.Trait, depth + 1)]) is { } type)
                        yield return type;
                }
            }
            else if (IsConcrete(impl.For))
            {
                yield return impl.For;
            }
        }
    }

    private static IEnumerable<TraitBound> Bounds(Generics generics, string name) =>
        AllBounds(generics, name).OfType<TraitBound>();

    /// <summary>The type with its projections replaced: <c>&lt;String as Trait&gt;::Output</c> is what the impl says.</summary>
    public TypeRef Resolve(TypeRef type) => Resolve(type, 0);

    /// <summary>The trait, with the projections in its arguments replaced.</summary>
    public TraitRef Resolve(TraitRef trait) => Resolve(trait, 0);

    private TypeRef Resolve(TypeRef type, int depth) => type switch
    {
        AssociatedPathType { Trait: { } trait } path
            when depth < MaxProjections && Projection(Resolve(path.Self, depth + 1), Resolve(trait, depth + 1), path) is { } known =>
            Resolve(known, depth + 1),
        _ => type.WithParts(part => Resolve(part, depth)),
    };

    private TraitRef Resolve(TraitRef trait, int depth) => trait with
    {
        Arguments = [.. trait.Arguments.Select(a => a is TypeArgument argument ? new TypeArgument(Resolve(argument.Type, depth)) : a)],
    };

    private TypeRef? Projection(TypeRef self, TraitRef trait, AssociatedPathType path)
    {
        if (trait.Definition.Path == "alloc::borrow::ToOwned")
            return Owned(self);

        foreach (var impl in _impls[trait.Definition.Path])
        {
            if (Matching(impl, self, trait) is { } given
                && impl.Items.Types.FirstOrDefault(t => t.Name == path.Name) is { Type: { } type } associated)
            {
                return Substitution.Apply(type, given.With(associated.Generics.Parameters, path.Arguments));
            }
        }

        return null;
    }

    /// <summary>What the parameters of an impl are where it is the trait's, with these arguments, for a type; null where it is another one's.</summary>
    public static Bindings? Matching(ImplBlock impl, TypeRef self, TraitRef trait)
    {
        var given = Unification.Match(impl.For, self, Bindings.Empty);
        foreach (var (pattern, argument) in impl.Trait!.Arguments.OfType<TypeArgument>().Zip(trait.Arguments.OfType<TypeArgument>()))
        {
            if (given is null)
                return null;

            // What is not known yet may be anything.
            if (IsConcrete(argument.Type))
                given = Unification.Match(pattern.Type, argument.Type, given);
        }

        return given;
    }

    private static TypeRef Owned(TypeRef borrowed) => borrowed switch
    {
        SliceType slice => WellKnownBound.Vec(slice.Element),
        _ when borrowed.IsStr() => WellKnownBound.OwnedText,
        _ when borrowed.Is("std::path::Path") => new PathType(new Definition("std", "std::path::PathBuf", ItemKind.Struct), []),
        _ when borrowed.Is("std::ffi::os_str::OsStr") => new PathType(new Definition("std", "std::ffi::os_str::OsString", ItemKind.Struct), []),
        _ => borrowed,
    };

    private static bool IsText(TypeRef type) =>
        type is ReferenceType { IsMutable: false } reference ? reference.Target.IsStr() : type.Is("alloc::string::String");

    private static bool IsBytes(TypeRef type) =>
        type is ReferenceType { IsMutable: false, Target: SliceType { Element: PrimitiveType { Name: "u8" } } };

    private static bool IsConcrete(TypeRef type) =>
        !type.Contains<GenericType>(out _) && !type.Contains<DynTraitType>(out _) && !type.Contains<AssociatedPathType>(out _);
}
