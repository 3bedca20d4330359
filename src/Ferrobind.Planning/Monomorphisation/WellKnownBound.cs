using Ferrobind.Api;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>
/// The bounds that say which type a caller in another language would pass: text, bytes, a path (which is text), a list, a
/// range, JSON for what is serialised, or the one type that is named. Any other bound on the same parameter is left to the compiler. A reader is bytes, which are
/// there at once; a writer is what collects them.
/// </summary>
internal static class WellKnownBound
{
    private static readonly TypeRef Text = new ReferenceType(null, false, new PrimitiveType("str"));
    private static readonly TypeRef Bytes =
        new ReferenceType(null, false, new SliceType(new PrimitiveType("u8")));

    /// <summary>An owned text.</summary>
    public static TypeRef OwnedText { get; } = new PathType(new Definition("alloc", "alloc::string::String", ItemKind.Struct), []);

    /// <summary>A list of such elements.</summary>
    public static PathType Vec(TypeRef element) =>
        new(new Definition("alloc", "alloc::vec::Vec", ItemKind.Struct), [new TypeArgument(element)]);

    /// <summary>The type to instantiate a parameter with, or null where no bound is a well-known one.</summary>
    public static TypeRef? Instantiation(IEnumerable<Bound> bounds)
    {
        TypeRef? found = null;
        foreach (var bound in bounds.OfType<TraitBound>().Where(b => !b.IsMaybe))
        {
            var candidate = bound.Trait.Definition.Path switch
            {
                "core::convert::AsRef" => Viewed(Argument(bound.Trait)),
                "core::borrow::Borrow" => Viewed(Argument(bound.Trait)) ?? Argument(bound.Trait),
                "core::convert::Into" => Converted(Argument(bound.Trait)),
                "alloc::string::ToString" or "core::fmt::Display" or "core::str::pattern::Pattern" => Text,
                "std::io::Read" or "std::io::BufRead" => Bytes,
                "std::io::Write" => Vec(new PrimitiveType("u8")),
                "core::fmt::Write" => OwnedText,
                _ when IsSerialize(bound.Trait) => BridgeTypes.AnyJson,
                _ when IsDeserialize(bound.Trait) => BridgeTypes.Json,
                IndexTrait => Argument(bound.Trait) is PrimitiveType { Name: "usize" } ? Indexed(bound.Trait) : null,
                "core::ops::range::RangeBounds" => Range(Argument(bound.Trait)),
                IntoIterator or Iterator => List(bound.Trait),
                _ => null,
            };

            // AsRef<[u8]> and AsRef<str> together are met by text alone: text is bytes, too.
            // What comes and goes is what comes.
            if (candidate is not null && (found is null || ReferenceEquals(candidate, Text) || (ReferenceEquals(found, BridgeTypes.AnyJson) && ReferenceEquals(candidate, BridgeTypes.Json))))
                found = candidate;
        }

        return found;
    }

    /// <summary>
    /// A writer that a function takes and does not give back: what is written to it is there behind a reference, or nowhere.
    /// </summary>
    public static TypeRef? Lent(TypeRef? instance, IEnumerable<Bound> bounds) =>
        instance is not null && bounds.OfType<TraitBound>().Any(b => b.Trait.Definition.Path is "std::io::Write" or "core::fmt::Write")
            ? new ReferenceType(null, true, instance)
            : instance;

    /// <summary>The crate that has the traits by which functions of this one say that a type is serialised; null where none does.</summary>
    public static string? SerdeCrate(CrateApi api) =>
        api.Items.OfType<FunctionItem>().Select(function => function.Signature)
            .Concat(api.Impls.SelectMany(impl => impl.Items.Methods).Concat(api.Items.OfType<TraitItem>().SelectMany(trait => trait.Items.Methods)).Select(method => method.Signature))
            .SelectMany(signature => Bounds(signature.Generics).Concat(
                signature.Inputs.SelectMany(input => input.Type.Contains<ImplTraitType>(out var some) ? some.Bounds : [])))
            .Concat(api.Impls.SelectMany(impl => Bounds(impl.Generics)))
            .OfType<TraitBound>().FirstOrDefault(bound => IsSerialize(bound.Trait) || IsDeserialize(bound.Trait))?.Trait.Definition.Crate;

    private static IEnumerable<Bound> Bounds(Generics generics) =>
        generics.Parameters.OfType<TypeParameter>().SelectMany(p => p.Bounds).Concat(generics.Where.OfType<TypePredicate>().SelectMany(p => p.Bounds));

    // serde's traits are where Rust says that a type is data. serde_core has them where they are not serde's own.
    private static bool IsSerialize(TraitRef trait) => trait.Definition.Path is "serde::ser::Serialize" or "serde_core::ser::Serialize";

    private static bool IsDeserialize(TraitRef trait) => trait.Definition.Path is
        "serde::de::Deserialize" or "serde::de::DeserializeOwned" or "serde_core::de::Deserialize" or "serde_core::de::DeserializeOwned";

    public const string IntoIterator = "core::iter::traits::collect::IntoIterator";
    public const string IndexTrait = "core::ops::index::Index";
    public const string Iterator = "core::iter::traits::iterator::Iterator";

    /// <summary>What is iterated over where the items are of this type: a list of them, or of what they refer to.</summary>
    public static TypeRef ListOf(TypeRef item, bool isIterator) => item switch
    {
        ReferenceType { IsMutable: false } reference when !isIterator && !reference.Target.IsStr() && reference.Target is not SliceType =>
            new ReferenceType(reference.Lifetime, false, new SliceType(reference.Target)),
        _ => new PathType(
            isIterator
                ? new Definition("alloc", "alloc::vec::into_iter::IntoIter", ItemKind.Struct)
                : new Definition("alloc", "alloc::vec::Vec", ItemKind.Struct),
            [new TypeArgument(item)]),
    };

    // What is found by its place is an element of a list.
    private static ReferenceType Indexed(TraitRef trait) => new(
        null, false, new SliceType(trait.Bindings.FirstOrDefault(b => b.Name == "Output")?.Type ?? OwnedText));

    // The items are of the type that is bound, or of one that is bounded in its place.
    private static TypeRef? List(TraitRef trait)
    {
        if (trait.Bindings.FirstOrDefault(b => b.Name == "Item") is not { } binding)
            return null;
        return (binding.Type ?? Instantiation(binding.Bounds)) is { } item ? ListOf(item, trait.Definition.Path == Iterator) : null;
    }

    private static PathType? Range(TypeRef? bound) => bound is null
        ? null
        : new PathType(new Definition("core", "core::ops::range::Range", ItemKind.Struct), [new TypeArgument(bound)]);

    private static TypeRef? Viewed(TypeRef? target) => target switch
    {
        null => null,
        SliceType { Element: PrimitiveType { Name: "u8" } } => Bytes,
        SliceType slice when Scalars.Element(slice.Element) is not null => new ReferenceType(null, false, slice),
        _ when target.IsStr() || target.Is("std::path::Path") || target.Is("std::ffi::os_str::OsStr") => Text,
        _ => null,
    };

    private static TypeRef? Converted(TypeRef? target) => target switch
    {
        null => null,
        _ when target.Is("std::path::PathBuf") || target.Is("std::ffi::os_str::OsString") => Text,
        _ when target.IsOption(out var inner) => Converted(inner),
        _ when Scalars.Of(target) is not null => target,
        _ when target.IsOwned(out var inside) => Viewed(inside) ?? target,
        _ when target.IsCow(out var inside) => Viewed(inside),
        ReferenceType { IsMutable: false } reference => Viewed(reference.Target),

        // Every type can be made of itself.
        PathType => target,
        _ => null,
    };

    private static TypeRef? Argument(TraitRef trait) =>
        trait.Arguments.OfType<TypeArgument>().Select(a => a.Type).FirstOrDefault();
}
