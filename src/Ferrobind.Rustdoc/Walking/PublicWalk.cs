using Ferrobind.Api;
using Ferrobind.Rustdoc.Documents;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Walking;

/// <summary>
/// Finds every public item and the paths that reach it: shortest paths over modules. A module is entered once, by its
/// best path, so that modules which re-export each other end; what is in it has that one path through it.
/// </summary>
internal sealed class PublicWalk
{
    private readonly CrateLibrary library;
    private readonly Dictionary<Definition, Reached> reached = [];
    private readonly PriorityQueue<KnownTarget, PublicPath> modules = new();

    private PublicWalk(CrateLibrary library) => this.library = library;

    public static IEnumerable<Reached> Of(CrateLibrary library)
    {
        var walk = new PublicWalk(library);
        walk.Run();
        return walk.reached.Values.Where(walk.IsOfItsOwn);
    }

    private void Run()
    {
        var crate = library.Root;
        Reach(new KnownTarget(crate.RootDefinition, crate, crate.Root), new PublicPath(crate.Name));
        var entered = new HashSet<Definition>();
        while (modules.TryDequeue(out var module, out var path))
        {
            if (!entered.Add(module.Definition))
            {
                continue;
            }

            foreach (var export in ModuleExports.Of(module, library))
            {
                Reach(export.Target, path.Then(export.Name));
            }
        }
    }

    private void Reach(Target target, PublicPath path)
    {
        if (!reached.TryGetValue(target.Definition, out var item))
        {
            reached[target.Definition] = item = new Reached(target);
        }

        item.By(path);
        if (target is KnownTarget { Item.Inner: ModuleJson } module)
        {
            modules.Enqueue(module, path);
        }
    }

    /// <summary>A variant's own paths say nothing new where its enum is public.</summary>
    private bool IsOfItsOwn(Reached item)
    {
        var definition = item.Target.Definition;
        return definition.Kind != ItemKind.Variant
            || !reached.ContainsKey(definition with
            {
                Path = definition.Path[..definition.Path.LastIndexOf("::", StringComparison.Ordinal)],
                Kind = ItemKind.Enum,
            });
    }
}
