using System.Collections.Immutable;

namespace Ferrobind.Api;

/// <summary>A public item of a crate. The set of derived records is closed.</summary>
/// <param name="Path">The public path, crate first (<c>hex::encode</c>): the shortest, then the first by name.</param>
/// <param name="Definition">Where it is defined; differs from <paramref name="Path"/> for a re-export.</param>
/// <param name="Docs">Documentation, Markdown; null where there is none.</param>
/// <param name="Deprecation">The deprecation, if it is deprecated.</param>
public abstract record ApiItem(string Path, Definition Definition, string? Docs, Deprecation? Deprecation)
{
    /// <summary>The last segment of <see cref="Path"/>: the item's name as its users know it.</summary>
    public string Name => Path[(Path.LastIndexOf("::", StringComparison.Ordinal) is var i and >= 0 ? i + 2 : 0)..];

    /// <summary>The other public paths that reach the same item, sorted; a prelude is often one.</summary>
    public ImmutableArray<string> OtherPaths { get; init; } = [];
}

/// <summary>A public module, the crate's root included.</summary>
public sealed record ModuleItem(string Path, Definition Definition, string? Docs, Deprecation? Deprecation)
    : ApiItem(Path, Definition, Docs, Deprecation);

/// <summary>A free function.</summary>
public sealed record FunctionItem(
    string Path, Definition Definition, string? Docs, Deprecation? Deprecation, FunctionSignature Signature)
    : ApiItem(Path, Definition, Docs, Deprecation);

/// <summary>A <c>const</c> item.</summary>
/// <param name="Value">The evaluated value as rustdoc prints it (<c>16u32</c>), where it does: scalars only.</param>
/// <param name="Expression">The source expression, or <c>_</c> where it is not a literal.</param>
public sealed record ConstantItem(
    string Path, Definition Definition, string? Docs, Deprecation? Deprecation, TypeRef Type, string? Value,
    string Expression)
    : ApiItem(Path, Definition, Docs, Deprecation);

/// <summary>A <c>static</c> item.</summary>
public sealed record StaticItem(
    string Path, Definition Definition, string? Docs, Deprecation? Deprecation, TypeRef Type, bool IsMutable,
    bool IsUnsafe)
    : ApiItem(Path, Definition, Docs, Deprecation);

/// <summary>A struct or a union.</summary>
public sealed record StructItem(
    string Path, Definition Definition, string? Docs, Deprecation? Deprecation, Generics Generics, FieldList Fields,
    bool IsUnion, bool IsNonExhaustive, string? Repr)
    : ApiItem(Path, Definition, Docs, Deprecation);

/// <summary>An enum with its variants in declaration order.</summary>
public sealed record EnumItem(
    string Path, Definition Definition, string? Docs, Deprecation? Deprecation, Generics Generics,
    ImmutableArray<Variant> Variants, bool IsNonExhaustive, bool HasHiddenVariants, string? Repr)
    : ApiItem(Path, Definition, Docs, Deprecation);

/// <summary>A trait: its own items, what it requires, and who may implement it.</summary>
public sealed record TraitItem(
    string Path, Definition Definition, string? Docs, Deprecation? Deprecation, Generics Generics,
    ImmutableArray<Bound> Supertraits, AssociatedItems Items, bool IsUnsafe, bool IsAuto, bool IsDynCompatible)
    : ApiItem(Path, Definition, Docs, Deprecation);

/// <summary>A type alias; mentions of it are already expanded, so this entry is for the report alone.</summary>
public sealed record TypeAliasItem(
    string Path, Definition Definition, string? Docs, Deprecation? Deprecation, Generics Generics, TypeRef Type)
    : ApiItem(Path, Definition, Docs, Deprecation);

/// <summary>A macro, declarative or procedural.</summary>
public sealed record MacroItem(string Path, Definition Definition, string? Docs, Deprecation? Deprecation)
    : ApiItem(Path, Definition, Docs, Deprecation);

/// <summary>
/// A public path to an item whose definition is not at hand: a re-export of another crate's item that was not
/// documented, or a kind of item this reader does not model. A path that ends in <c>*</c> is a glob of one such item.
/// </summary>
public sealed record ForeignItem(string Path, Definition Definition, string? Docs, Deprecation? Deprecation)
    : ApiItem(Path, Definition, Docs, Deprecation);
