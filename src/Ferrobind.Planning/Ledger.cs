using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Skipping;

namespace Ferrobind.Planning;

/// <summary>How items are called and written in the account of what crosses.</summary>
internal static class Ledger
{
    public static string Kind(ApiItem item) => item switch
    {
        ModuleItem => "module",
        FunctionItem => "function",
        ConstantItem => "constant",
        StaticItem => "static",
        StructItem { IsUnion: true } => "union",
        StructItem => "struct",
        EnumItem => "enum",
        TraitItem => "trait",
        TypeAliasItem => "type alias",
        MacroItem => "macro",
        ForeignItem foreign => foreign.Definition.Kind.ToString().ToLowerInvariant(),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "not an item"),
    };

    public static string Signature(ApiItem item) => item switch
    {
        ModuleItem => $"mod {item.Name}",
        FunctionItem function => RustSyntax.Of(item.Name, function.Signature),
        ConstantItem constant => $"const {item.Name}: {RustSyntax.Of(constant.Type)}",
        StaticItem value => $"static {(value.IsMutable ? "mut " : "")}{item.Name}: {RustSyntax.Of(value.Type)}",
        StructItem type => $"{(type.IsUnion ? "union" : "struct")} {item.Name}{RustSyntax.Of(type.Generics)}",
        EnumItem type => $"enum {item.Name}{RustSyntax.Of(type.Generics)}",
        TraitItem trait => $"trait {item.Name}{RustSyntax.Of(trait.Generics)}",
        TypeAliasItem alias => $"type {item.Name}{RustSyntax.Of(alias.Generics)} = {RustSyntax.Of(alias.Type)}",
        MacroItem => $"macro {item.Name}!",
        ForeignItem foreign => $"use {foreign.Definition.Path}",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "not an item"),
    };

    /// <summary>What a type crosses as.</summary>
    public static string Form(TypePlan type) => type switch
    {
        RecordPlan { Layout: RecordLayout.Wire } => "record",
        RecordPlan => "plain record",
        EnumPlan => "enum",
        SumPlan => "enum with data",
        HandlePlan => "handle",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a type"),
    };

    /// <summary>The public methods and constants of the crate's own types that do not cross: each is something a user can call.</summary>
    public static IEnumerable<LedgerEntry> Members(CrateApi api, IEnumerable<TypePlan> planned)
    {
        var data = planned.Select(t => t.RustPath[2..]).ToHashSet(StringComparer.Ordinal);
        var paths = api.Items
            .Where(i => i is StructItem or EnumItem && !data.Contains(i.Path))
            .ToDictionary(i => i.Definition, i => i.Path);
        foreach (var impl in api.Impls.Where(i => i.Trait is null))
        {
            if (impl.For is not PathType type || !paths.TryGetValue(type.Definition, out var owner))
                continue;
            foreach (var method in impl.Items.Methods)
            {
                yield return new LedgerEntry(
                    $"{owner}::{method.Name}", "method", RustSyntax.Of(method.Name, method.Signature),
                    SkipReason.Member(owner));
            }

            foreach (var constant in impl.Items.Constants)
            {
                yield return new LedgerEntry(
                    $"{owner}::{constant.Name}", "constant", $"const {constant.Name}: {RustSyntax.Of(constant.Type)}",
                    SkipReason.Member(owner));
            }
        }
    }
}
