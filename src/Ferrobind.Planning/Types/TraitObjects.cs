using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Naming;

namespace Ferrobind.Planning.Types;

/// <summary>
/// Trait objects of the crate's own traits: <c>dyn Trait</c>, behind whatever pointer. One is a type of its own, with the methods of the
/// trait and of those that it requires; and each implementor can be made into one.
/// </summary>
internal sealed class TraitObjects
{
    private static readonly Definition Box = new("alloc", "alloc::boxed::Box", ItemKind.Struct);

    // They have no methods: they are a part of the type.
    private static readonly HashSet<string> Auto = new(StringComparer.Ordinal)
    {
        "core::marker::Send", "core::marker::Sync", "core::marker::Unpin", "core::panic::unwind_safe::UnwindSafe",
        "core::panic::unwind_safe::RefUnwindSafe",
    };

    private static readonly Dictionary<string, (string Name, Idiom Idiom)> Texts = new(StringComparer.Ordinal)
    {
        ["core::fmt::Display"] = ("to_string", Idiom.Display),
        ["core::fmt::Debug"] = ("debug", Idiom.Debug),
    };

    private readonly Dictionary<string, TraitItem> _traits;
    private readonly ILookup<string, ImplBlock> _impls;
    private readonly ImmutableArray<DynTraitType> _mentioned;

    public TraitObjects(CrateApi api)
    {
        _traits = api.Items.OfType<TraitItem>().ToDictionary(t => t.Definition.Path, StringComparer.Ordinal);
        _impls = api.Impls.Where(i => i is { IsNegative: false, IsSynthetic: false, IsBlanket: false, For: PathType })
            .ToLookup(i => ((PathType)i.For).Definition.Path, StringComparer.Ordinal);
        var signatures = api.Items.OfType<FunctionItem>().Select(f => f.Signature)
            .Concat(api.Items.OfType<TraitItem>().SelectMany(t => t.Items.Methods).Select(m => m.Signature))
            .Concat(api.Impls.Where(i => i is { IsSynthetic: false, IsBlanket: false }).SelectMany(i => i.Items.Methods).Select(m => m.Signature));
        var found = new SortedDictionary<string, DynTraitType>(StringComparer.Ordinal);
        foreach (var type in signatures.SelectMany(s => s.Inputs.Select(p => p.Type).Append(s.Output)))
            Find(type, found);
        _mentioned = [.. found.Values];
    }

    /// <summary>The trait of a trait object, if it is one of the crate's own that all is known of; the others only mark it.</summary>
    public TraitItem? Principal(DynTraitType type) =>
        type.Traits is [var first, .. var rest] && rest.All(t => Auto.Contains(t.Definition.Path))
        && _traits.GetValueOrDefault(first.Definition.Path) is { IsDynCompatible: true } trait
        && first.Arguments.OfType<TypeArgument>().All(a => !a.Type.Contains<GenericType>(out _))
        && first.Bindings.All(b => b.Type is { } bound && !bound.Contains<GenericType>(out _))
            ? trait
            : null;

    /// <summary>It may borrow: it is no <c>dyn Trait + 'static</c>, as one in a box is that says nothing else.</summary>
    public static bool Borrows(DynTraitType type) => type.Lifetime is not (null or "'static");

    /// <summary>A reference to a trait object that says nothing else is one to what lives as long as the reference.</summary>
    public static TypeRef InResult(TypeRef type) => type switch
    {
        ReferenceType { Target: DynTraitType { Lifetime: null } target } reference =>
            reference with { Target = target with { Lifetime = reference.Lifetime ?? "'_" } },
        _ => type.WithParts(InResult),
    };

    /// <summary>What can be called on one.</summary>
    public IEnumerable<MethodOf> Members(DynTraitType type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<TraitRef>([type.Traits[0]]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next.Definition.Path))
                continue;
            if (Texts.TryGetValue(next.Definition.Path, out var text))
                yield return new MethodOf(Text(text.Name), text.Idiom, Bindings.OfSelf(type), next, Generics.None);
            if (!_traits.TryGetValue(next.Definition.Path, out var trait))
                continue;
            var given = Bindings.OfSelf(type).With(trait.Generics.Parameters, next.Arguments);
            foreach (var bound in type.Traits[0].Bindings.Where(b => b.Type is not null))
                given = given.With("Self::" + bound.Name, bound.Type!);
            foreach (var method in trait.Items.Methods.Where(IsCallable))
                yield return new MethodOf(method, Idiom.None, given, next with { Bindings = [] }, Generics.None);
            foreach (var required in trait.Supertraits.OfType<TraitBound>())
                open.Enqueue(required.Trait);
        }
    }

    /// <summary>What makes a trait object of a value: a method for each of those that the API mentions, and that the type can be.</summary>
    public IEnumerable<MethodOf> Conversions(PathType type)
    {
        foreach (var target in _mentioned)
        {
            var trait = Principal(target)!;
            var block = _impls[type.Definition.Path].FirstOrDefault(i => i.Trait?.Definition == trait.Definition
                && Unification.Match(i.For, type, Bindings.Empty) is not null);
            if (block is null)
                continue;
            var marks = string.Concat(target.Traits.Skip(1).Select(t => "_" + Snake(t.Definition.Path[(t.Definition.Path.LastIndexOf(':') + 1)..])));
            var signature = new FunctionSignature(
                [new Parameter("self", new GenericType("Self"))], new PathType(Box, [new TypeArgument(target)]), Generics.None,
                false, false, false, "Rust", false, false, null);
            yield return new MethodOf(
                new Method($"into_{Snake(trait.Name)}{marks}", signature, $"The value as a `{trait.Name}`, of which no more is known than what that has.", null, true),
                Idiom.TraitObject, Bindings.OfSelf(type), null, Generics.None);
        }
    }

    private static string Snake(string name) => string.Join('_', Words.Of(name)).ToLowerInvariant();

    private static Method Text(string name) => new(
        name,
        new FunctionSignature(
            [new Parameter("self", new ReferenceType(null, false, new GenericType("Self")))],
            new PathType(new Definition("alloc", "alloc::string::String", ItemKind.Struct), []), Generics.None,
            false, false, false, "Rust", false, false, null),
        null, null, true);

    // With a receiver behind a pointer, and for any implementor.
    private static bool IsCallable(Method method) =>
        method.Signature.Inputs is [{ Name: "self", Type: not GenericType }, ..]
        && !method.Signature.Generics.Parameters.OfType<TypeParameter>().Any()
        && !method.Signature.Generics.Where.OfType<TypePredicate>().Any(p => p.Type is GenericType { Name: "Self" }
            && p.Bounds.OfType<TraitBound>().Any(b => b.Trait.Definition.Path == "core::marker::Sized"));

    private void Find(TypeRef type, SortedDictionary<string, DynTraitType> found)
    {
        if (type is DynTraitType dyn && Principal(dyn) is not null && !Borrows(dyn))
            found.TryAdd(RustSyntax.Of(dyn with { Lifetime = null }), dyn with { Lifetime = null });
        type.WithParts(part =>
        {
            Find(part, found);
            return part;
        });
    }
}
