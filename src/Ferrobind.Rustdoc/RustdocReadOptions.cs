namespace Ferrobind.Rustdoc;

/// <summary>How to read a crate's rustdoc JSON.</summary>
public sealed record RustdocReadOptions
{
    /// <summary>What messages call the document: its file.</summary>
    public string FileName { get; init; } = "the document";

    /// <summary>What messages call the toolchain that made it (<c>rustc 1.95.0</c>), where it is known.</summary>
    public string? Toolchain { get; init; }

    /// <summary>
    /// Whether a format version newer than the known ones is tried. It fails as an unknown one where it cannot be
    /// read after all.
    /// </summary>
    public bool AllowNewer { get; init; }

    /// <summary>
    /// The JSON of crates whose items this one re-exports, by the name that Rust code has for each
    /// (<c>serde_json</c>). One that turns out not to be needed is not read.
    /// </summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Dependencies { get; init; } =
        new Dictionary<string, ReadOnlyMemory<byte>>();
}
