using System.Collections.Immutable;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Documents;

/// <summary>
/// Where items are defined that <c>paths</c> leaves out: in older formats, all that is in private modules. Pieced
/// together from what modules contain and from what <c>use</c> says. That is where an item is found, if not always
/// where it is defined; but no two items have one path.
/// </summary>
internal sealed class UnlistedPaths
{
    private readonly CrateDocument document;
    private readonly Dictionary<uint, string> paths = [];

    private UnlistedPaths(CrateDocument document) => this.document = document;

    public static Dictionary<uint, string> Of(CrateDocument document)
    {
        var found = new UnlistedPaths(document);
        found.Place(document.Root.Id, document.Name);
        return found.paths;
    }

    private void Place(uint id, string path)
    {
        if (document.Find(id) is { CrateId: 0 } item && paths.TryAdd(id, path))
        {
            Visit(item, path);
        }
    }

    /// <summary>Places what a module or an enum contains, and only then what it re-exports.</summary>
    private void Visit(ItemJson parent, string path)
    {
        ImmutableArray<uint> ids = parent.Inner switch
        {
            ModuleJson module => module.Items,
            EnumJson type => type.Variants,
            _ => [],
        };
        var children = ids.Select(document.Find).OfType<ItemJson>().ToList();
        foreach (var child in children)
        {
            if (child is { Name: { } name })
            {
                Place(child.Id, $"{path}::{name}");
            }
        }

        foreach (var use in children.Select(child => child.Inner).OfType<UseJson>())
        {
            if (use.Id is { } target)
            {
                Place(target, Resolve(use.Source, path));
            }
        }
    }

    private string Resolve(string source, string module)
    {
        foreach (var segment in source.Split("::", StringSplitOptions.RemoveEmptyEntries))
        {
            module = segment switch
            {
                "crate" => document.Name,
                "self" => module,
                "super" => module[..Math.Max(0, module.LastIndexOf("::", StringComparison.Ordinal))],
                _ => $"{module}::{segment}",
            };
        }

        return module;
    }
}
