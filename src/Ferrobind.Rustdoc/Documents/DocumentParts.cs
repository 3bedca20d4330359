using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Documents;

/// <summary>What one pass over a document finds.</summary>
internal sealed class DocumentParts(ReadOnlyMemory<byte> json)
{
    public int? FormatVersion { get; set; }

    public uint? Root { get; set; }

    public string? Version { get; set; }

    public EntryTable<ItemJson> Index { get; } = new(json, RustdocJsonContext.Default.ItemJson);

    public EntryTable<ItemSummaryJson> Paths { get; } = new(json, RustdocJsonContext.Default.ItemSummaryJson);

    public EntryTable<ExternalCrateJson> ExternalCrates { get; } =
        new(json, RustdocJsonContext.Default.ExternalCrateJson);

    /// <summary>The impls of <see cref="Index"/>. Those for other crates' types hang on nothing else.</summary>
    public List<uint> Impls { get; } = [];
}
