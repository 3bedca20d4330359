using System.Text.Json;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Documents;

/// <summary>One crate's rustdoc JSON. Ids mean something inside it alone; a <see cref="Definition"/>, everywhere.</summary>
internal sealed class CrateDocument
{
    private readonly DocumentParts parts;
    private readonly string file;
    private readonly RustdocReadOptions options;
    private readonly Dictionary<uint, Definition?> definitions = [];
    private Dictionary<Definition, uint>? places;

    private CrateDocument(DocumentParts parts, string file, RustdocReadOptions options)
    {
        (this.parts, this.file, this.options) = (parts, file, options);
        FormatVersion = parts.FormatVersion ?? throw new JsonException("it has no format_version.");
        FormatVersions.Check(FormatVersion, options);
        var rootId = parts.Root ?? throw new JsonException("it has no root.");
        Root = parts.Index.Find(rootId) ?? throw new JsonException("its root is not in its index.");
        Name = Root.Name ?? throw new JsonException("its root has no name.");
        definitions[rootId] = RootDefinition = new Definition(Name, Name, ItemKind.Module);
    }

    public int FormatVersion { get; }

    public ItemJson Root { get; }

    public Definition RootDefinition { get; }

    public string Name { get; }

    public string Version => parts.Version ?? "0.0.0";

    /// <summary>All impls, in the order of their ids; read as they are enumerated.</summary>
    public IEnumerable<ItemJson> Impls => parts.Impls.Order().Select(id => Guard(() => parts.Index.ReadOnce(id)));

    public static CrateDocument Open(ReadOnlyMemory<byte> json, string file, RustdocReadOptions options)
    {
        var parts = new DocumentParts(json);
        try
        {
            DocumentScanner.Scan(json, parts);
            return new CrateDocument(parts, file, options);
        }
        catch (JsonException cause)
        {
            throw FormatVersions.Unreadable(file, parts.FormatVersion, options, cause);
        }
    }

    /// <summary>The item with that id; null where the document does not describe it: hidden, or another crate's.</summary>
    public ItemJson? Find(uint id) => Find(parts.Index, id);

    /// <summary>Where the item with that id is defined; null where the document does not say.</summary>
    public Definition? Define(uint id)
    {
        if (!definitions.TryGetValue(id, out var definition))
        {
            definitions[id] = definition = ReadDefinition(id);
        }

        return definition;
    }

    /// <summary>The id of the item of this crate that is defined there.</summary>
    public bool TryFind(Definition definition, out uint id)
    {
        places ??= MapDefinitions();
        return places.TryGetValue(definition, out id);
    }

    /// <summary>The compiled library of a crate that this one uses: tells two versions of it apart.</summary>
    public string? LibraryOf(string crate) => parts.ExternalCrates.Ids
        .Select(id => Find(parts.ExternalCrates, id))
        .FirstOrDefault(external => external?.Name == crate)?.Path;

    private Definition? ReadDefinition(uint id)
    {
        if (Find(parts.Paths, id) is { } summary)
        {
            var path = string.Join("::", summary.Path);
            return StdDefinitions.Normalise(new Definition(CrateOf(summary), path, ItemKinds.Named(summary.Kind)));
        }

        // Items that rustdoc gives no path have no public one either; the name is what there is.
        return Find(id) is { Name: { } name } item
            ? new Definition(Name, $"{Name}::{name}", ItemKinds.Of(item.Inner))
            : null;
    }

    private string CrateOf(ItemSummaryJson summary) =>
        summary.CrateId == 0 ? Name : Find(parts.ExternalCrates, summary.CrateId)?.Name ?? summary.Path[0];

    private Dictionary<Definition, uint> MapDefinitions()
    {
        var map = new Dictionary<Definition, uint> { [RootDefinition] = Root.Id };
        foreach (var id in parts.Paths.Ids)
        {
            if (Define(id) is { } definition && definition.Crate == Name)
            {
                map.TryAdd(definition, id);
            }
        }

        return map;
    }

    private T? Find<T>(EntryTable<T> table, uint id)
        where T : class => Guard(() => table.Find(id));

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException cause)
        {
            throw FormatVersions.Unreadable(file, FormatVersion, options, cause);
        }
    }
}
