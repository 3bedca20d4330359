using System.Collections.Immutable;
using Ferrobind.Api;

namespace Ferrobind.Rustdoc.Documents;

/// <summary>The crate being read and those it re-exports from; remembers which of them are missing.</summary>
internal sealed class CrateLibrary(CrateDocument root, RustdocReadOptions options, Dictionary<string, CrateDocument> dependencies)
{
    private readonly SortedDictionary<string, ForeignCrate> missing = new(StringComparer.Ordinal);

    public CrateLibrary(CrateDocument root, RustdocReadOptions options)
        : this(root, options, new Dictionary<string, CrateDocument>(StringComparer.Ordinal))
    {
    }

    /// <summary>The crate that is read.</summary>
    public CrateDocument Root { get; } = root;

    public ImmutableArray<ForeignCrate> Missing => [.. missing.Values];

    /// <summary>One of the others' crates as the one that is read: the same documents, and what it misses is nobody's concern.</summary>
    public CrateLibrary Rooted(CrateDocument document) => new(document, options, dependencies);

    /// <summary>What an id means in a document; null where it dangles, as that of a hidden item does.</summary>
    public Target? Resolve(CrateDocument document, uint id, bool isGlob = false)
    {
        if (document.Define(id) is not { } definition)
        {
            return null;
        }

        return document.Find(id) is { CrateId: 0 } item
            ? new KnownTarget(definition, document, item)
            : Find(definition, document, !isGlob && definition.Path == definition.Crate ? ForeignUse.Whole : ForeignUse.Export);
    }

    /// <summary>An item of another crate, by its definition.</summary>
    /// <param name="definition">Where the item is defined.</param>
    /// <param name="user">The crate that mentions it.</param>
    /// <param name="use">What it is wanted for.</param>
    public Target Find(Definition definition, CrateDocument user, ForeignUse use = ForeignUse.Export)
    {
        if (definition.Kind is ItemKind.Macro or ItemKind.ProcMacro)
        {
            // All that matters about a macro is that it is one.
            return new ForeignTarget(definition);
        }

        if (Open(definition.Crate, user) is not { } document)
        {
            Miss(definition.Crate, user, use);
        }
        else if (document.TryFind(definition, out var id) && document.Find(id) is { CrateId: 0 } item)
        {
            return new KnownTarget(definition, document, item);
        }

        return new ForeignTarget(definition);
    }

    private CrateDocument? Open(string crate, CrateDocument user)
    {
        if (crate == user.Name)
        {
            return user;
        }

        if (!dependencies.TryGetValue(crate, out var document)
            && options.Dependencies.TryGetValue(crate, out var json))
        {
            dependencies[crate] = document = CrateDocument.Open(json, $"{crate}.json", options);
        }

        return document;
    }

    private void Miss(string crate, CrateDocument user, ForeignUse use)
    {
        if (!StdDefinitions.IsStd(crate) && (!missing.TryGetValue(crate, out var known) || known.Use < use))
        {
            missing[crate] = new ForeignCrate(crate, user.LibraryOf(crate), use);
        }
    }
}
