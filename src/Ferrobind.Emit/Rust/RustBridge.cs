using System.Collections.Immutable;

namespace Ferrobind.Emit.Rust;

/// <summary>The bridge crate: what cargo builds into the library.</summary>
/// <param name="Files">All of its files, <c>Cargo.toml</c> first.</param>
/// <param name="Spans">Where each export stands, in the plan's order, and then each direct twin.</param>
/// <param name="TypeSpans">Where each type stands, in the plan's order.</param>
public sealed record RustBridge(
    ImmutableArray<GeneratedFile> Files, ImmutableArray<ExportSpan> Spans, ImmutableArray<TypeSpan> TypeSpans);

/// <summary>The lines of one type, by which an error of the compiler is blamed on it.</summary>
/// <param name="Key">The type's key.</param>
/// <param name="File">The file, as in <see cref="GeneratedFile.Path"/>.</param>
/// <param name="FirstLine">Its first line, from 1.</param>
/// <param name="LastLine">Its last line.</param>
public sealed record TypeSpan(string Key, string File, int FirstLine, int LastLine)
{
    public bool Contains(int line) => FirstLine <= line && line <= LastLine;
}

/// <summary>The lines of one export, by which an error of the compiler is blamed on it.</summary>
/// <param name="Symbol">The export's symbol.</param>
/// <param name="File">The file, as in <see cref="GeneratedFile.Path"/>.</param>
/// <param name="FirstLine">Its first line, from 1, its doc comment included.</param>
/// <param name="LastLine">Its last line.</param>
public sealed record ExportSpan(string Symbol, string File, int FirstLine, int LastLine)
{
    public bool Contains(int line) => FirstLine <= line && line <= LastLine;
}
