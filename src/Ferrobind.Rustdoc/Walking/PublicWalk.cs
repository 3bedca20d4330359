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
    private readonly Dictionary<(Definition Definition, bool IsGlob), Reached> reached = [];
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
        Reach(new KnownTarget(crate.RootDefinition, crate, crate.Root), isGlob: false, new PublicPath(crate.Name));
        var entered = new HashSet<Definition>();
        while (modules.TryDequeue(out var module, out var path))
        {
            if (!entered.Add(module.Definition))
            {
                continue;
            }

            foreach (var export in ModuleExports.Of(module, library))
            {
                Reach(export.Target, export.Name == ModuleExports.Everything, path.Then(export.Name));
            }
        }
    }

    /// <param name="target">What the path leads to.</param>
    /// <param name="isGlob">Not to it but to what is in it, whatever that is.</param>
    /// <param name="path">The path.</param>
    private void Reach(Target target, bool isGlob, PublicPath path)
    {
        var key = (target.Definition, isGlob);
        if (!reached.TryGetValue(key, out var item))
        {
            reached[key] = item = new Reached(target);
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
            || !reached.ContainsKey((Parent(definition), false));
    }

    private static Definition Parent(Definition variant) => variant with
    {
        Path = variant.Path[..variant.Path.LastIndexOf("::", StringComparison.Ordinal)],
        Kind = ItemKind.Enum,
    };
}
