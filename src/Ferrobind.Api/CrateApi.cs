using System.Collections.Immutable;

namespace Ferrobind.Api;

/// <summary>
/// What one Rust library crate offers to its users: every public item, under the shortest public path that reaches
/// it. Sorted by path; re-exports are followed and type aliases are expanded, so nothing downstream resolves a name.
/// </summary>
/// <param name="Name">The crate's name as Rust code writes it (<c>percent_encoding</c>).</param>
/// <param name="Version">The crate's version, or <c>0.0.0</c> where rustdoc gives none.</param>
/// <param name="Docs">The crate's own documentation, Markdown; null where it has none.</param>
/// <param name="FormatVersion">The <c>format_version</c> of the rustdoc JSON that was read.</param>
/// <param name="Items">Every public item, sorted by public path (ordinal).</param>
/// <param name="Impls">Every impl that concerns the crate's types or traits.</param>
public sealed record CrateApi(
    string Name,
    string Version,
    string? Docs,
    int FormatVersion,
    ImmutableArray<ApiItem> Items,
    ImmutableArray<ImplBlock> Impls);

/// <summary>
/// Where an item is defined: a crate and the path there, perhaps through private modules
/// (<c>alloc::string::String</c>). Two mentions of one item have equal definitions, whichever file they come from.
/// </summary>
/// <param name="Crate">The defining crate's name (<c>alloc</c>).</param>
/// <param name="Path">The full definition path, crate included, joined by <c>::</c>.</param>
/// <param name="Kind">What is defined there.</param>
public sealed record Definition(string Crate, string Path, ItemKind Kind);

/// <summary>The kinds of item that rustdoc tells apart, in Rust's own words.</summary>
public enum ItemKind
{
    Module, Struct, Union, Enum, Variant, Function, Constant, Static, Trait, TraitAlias, TypeAlias, Macro,
    ProcMacro, Primitive, Other,
}

/// <summary>A <c>#[deprecated]</c> attribute; both parts may be missing.</summary>
public sealed record Deprecation(string? Since, string? Note);
