using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Documents;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Walking;

/// <summary>
/// The names that a module offers: its own public items, what it re-exports, and what its globs bring.
/// </summary>
internal static class ModuleExports
{
    /// <summary>The name under which a glob stands whose items are not at hand.</summary>
    public const string Everything = "*";

    public static IEnumerable<Export> Of(KnownTarget module, CrateLibrary library) => Of(module, library, []);

    /// <param name="module">A module or an enum.</param>
    /// <param name="library">The documents.</param>
    /// <param name="within">
    /// The modules whose globs led here, by crate and id: globs may form a cycle, and private modules have no path.
    /// </param>
    private static IEnumerable<Export> Of(
        KnownTarget module, CrateLibrary library, ImmutableHashSet<(string Crate, uint Id)> within)
    {
        var entered = within.Add((module.Document.Name, module.Item.Id));
        if (entered == within)
        {
            return [];
        }

        var members = Members(module);
        var named = members.SelectMany(member => Named(member, module.Document, library)).ToList();
        var taken = named.Select(export => export.Slot).ToHashSet();
        var globbed = members
            .Select(member => member.Inner)
            .OfType<UseJson>()
            .Where(use => use.IsGlob)
            .SelectMany(use => Globbed(use, module.Document, library, entered))
            .Where(export => !taken.Contains(export.Slot))
            .GroupBy(export => export.Slot)
            .Where(IsUsable);
        return [.. named, .. globbed.SelectMany(exports => exports)];
    }

    /// <summary>A name that two globs bring for different items stands for neither.</summary>
    private static bool IsUsable(IGrouping<(string Name, Namespace Space), Export> exports) =>
        exports.Key.Name == Everything || exports.DistinctBy(export => export.Target.Definition).Count() == 1;

    private static List<ItemJson> Members(KnownTarget module)
    {
        var ids = module.Item.Inner switch
        {
            ModuleJson inner => inner.Items,
            EnumJson inner => inner.Variants,
            _ => [],
        };
        return [.. ids.Select(module.Document.Find).OfType<ItemJson>().Where(IsPublic)];
    }

    private static bool IsPublic(ItemJson item) => item.Inner switch
    {
        VariantJson => true,
        ModuleJson { IsStripped: true } => false,
        _ => item.Visibility == VisibilityJson.Public,
    };

    private static IEnumerable<Export> Named(ItemJson item, CrateDocument document, CrateLibrary library)
    {
        switch (item.Inner)
        {
            case UseJson { IsGlob: true } or UseJson { Name: "_" }:
                return [];
            case UseJson use:
                return use.Id is { } id && library.Resolve(document, id) is { } target
                    ? [new Export(use.Name, target)]
                    : [];
            case ExternCrateJson crate:
                return [new Export(item.Name ?? crate.Name, Whole(crate, document, library))];
            default:
                return document.Define(item.Id) is { } definition && item.Name is { } name
                    ? [new Export(name, new KnownTarget(definition, document, item))]
                    : [];
        }
    }

    private static IEnumerable<Export> Globbed(
        UseJson use, CrateDocument document, CrateLibrary library,
        ImmutableHashSet<(string Crate, uint Id)> within) =>
        (use.Id is { } id ? library.Resolve(document, id, isGlob: true) : null) switch
        {
            KnownTarget target => Of(target, library, within),
            ForeignTarget target => [new Export(Everything, target)],
            _ => [],
        };

    /// <summary><c>pub extern crate a as b</c>: rustdoc calls it b, and the crate itself its "rename".</summary>
    private static Target Whole(ExternCrateJson item, CrateDocument document, CrateLibrary library)
    {
        var crate = item.Rename ?? item.Name;
        return library.Find(new Definition(crate, crate, ItemKind.Module), document, ForeignUse.Whole);
    }
}
