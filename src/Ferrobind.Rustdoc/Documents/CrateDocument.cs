using System.Text.Json;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Documents;

/// <summary>
/// One crate's rustdoc JSON. Ids mean something inside it alone; a <see cref="Definition"/>, everywhere.
/// </summary>
internal sealed class CrateDocument
{
    // A type that is nested ten times over is some sixty levels of JSON; the parser's own limit is 64.
    private static readonly JsonDocumentOptions ParseOptions = new() { MaxDepth = 1024 };

    private readonly EntryTable<ItemJson> items;
    private readonly EntryTable<ItemSummaryJson> paths;
    private readonly EntryTable<ExternalCrateJson> externalCrates;
    private readonly Dictionary<uint, Definition?> definitions = [];
    private readonly Lazy<Dictionary<Definition, uint>> listed;
    private readonly Lazy<Dictionary<uint, string>> unlisted;

    private CrateDocument(JsonElement json, int version, Func<JsonException, Exception> fail)
    {
        items = new EntryTable<ItemJson>(json.ReadEntries("index"u8), ItemJson.Read, fail);
        paths = new EntryTable<ItemSummaryJson>(json.ReadEntries("paths"u8), ItemSummaryJson.Read, fail);
        externalCrates = new EntryTable<ExternalCrateJson>(
            json.ReadEntries("external_crates"u8), ExternalCrateJson.Read, fail);
        listed = new Lazy<Dictionary<Definition, uint>>(() => Places(paths.Ids));
        unlisted = new Lazy<Dictionary<uint, string>>(() => UnlistedPaths.Of(this));
        FormatVersion = version;
        Version = json.ReadOptionalText("crate_version"u8) ?? "0.0.0";
        Root = items.Find(json.ReadNumber("root"u8)) ?? throw new JsonException("its root is not in its index.");
        Name = Root.Name ?? throw new JsonException("its root has no name.");
        definitions[Root.Id] = RootDefinition = new Definition(Name, Name, ItemKind.Module);
    }

    public int FormatVersion { get; }

    public string Version { get; }

    public string Name { get; }

    public ItemJson Root { get; }

    public Definition RootDefinition { get; }

    /// <summary>
    /// All impls, those for other crates' types too. Read as they are enumerated: most of a document is impls.
    /// </summary>
    public IEnumerable<ItemJson> Impls =>
        items.Enumerate(item => item.Read("inner"u8, inner => inner.IsVariant("impl"u8)));

    public static CrateDocument Open(ReadOnlyMemory<byte> json, string file, RustdocReadOptions options)
    {
        int? version = null;
        try
        {
            var document = JsonElement.Parse(json.Span, ParseOptions);
            version = (int)document.ReadNumber("format_version"u8);
            FormatVersions.Check(version.Value, options);
            return new CrateDocument(document, version.Value, Fail);
        }
        catch (JsonException cause)
        {
            throw Fail(cause);
        }

        Exception Fail(JsonException cause) => FormatVersions.Unreadable(file, version, options, cause);
    }

    /// <summary>
    /// The item with that id; null where the document does not describe it: hidden, or another crate's.
    /// </summary>
    public ItemJson? Find(uint id) => items.Find(id);

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
    public bool TryFind(Definition definition, out uint id) =>
        listed.Value.TryGetValue(definition, out id) || Places(unlisted.Value.Keys).TryGetValue(definition, out id);

    /// <summary>The compiled library of a crate that this one uses: tells two versions of it apart.</summary>
    public string? LibraryOf(string crate) =>
        externalCrates.Ids.Select(externalCrates.Find).FirstOrDefault(external => external?.Name == crate)?.Path;

    private Definition? ReadDefinition(uint id)
    {
        if (paths.Find(id) is { } summary)
        {
            var path = string.Join("::", summary.Path);
            return StdDefinitions.Normalise(new Definition(CrateOf(summary), path, ItemKinds.Named(summary.Kind)));
        }

        return Find(id) is { Name: { } name } item
            ? new Definition(Name, unlisted.Value.GetValueOrDefault(id, $"{Name}::?::{name}"), ItemKinds.Of(item.Inner))
            : null;
    }

    private string CrateOf(ItemSummaryJson summary) =>
        summary.CrateId == 0 ? Name : externalCrates.Find(summary.CrateId)?.Name ?? summary.Path[0];

    private Dictionary<Definition, uint> Places(IEnumerable<uint> ids)
    {
        var map = new Dictionary<Definition, uint> { [RootDefinition] = Root.Id };
        foreach (var id in ids)
        {
            if (Define(id) is { } definition && definition.Crate == Name)
            {
                map.TryAdd(definition, id);
            }
        }

        return map;
    }
}
