namespace Ferrobind.Build;

/// <summary>An error of the compiler.</summary>
/// <param name="PackageId">The package that was being compiled.</param>
/// <param name="ManifestPath">Its manifest.</param>
/// <param name="Code">Such as <c>E0308</c>; null if it has none.</param>
/// <param name="Text">The message alone, one line, without the place.</param>
/// <param name="Rendered">As the compiler shows it, with the code and the notes.</param>
/// <param name="Spans">The places, primary ones first; of a macro's expansion also where the macro was called.</param>
public sealed record CompilerMessage(
    string PackageId, string ManifestPath, string? Code, string Text, string Rendered, IReadOnlyList<SourceSpan> Spans)
{
    internal static CompilerMessage From(CargoMessageJson line)
    {
        var message = line.Message!;
        var directory = Path.GetDirectoryName(line.ManifestPath) ?? "";
        return new CompilerMessage(
            line.PackageId ?? "", line.ManifestPath ?? "", message.Code?.Code, message.Message,
            (message.Rendered ?? message.Message).TrimEnd(),
            [
                .. (message.Spans ?? []).SelectMany(Unfold).Select(span => Resolved(span, directory))
                    .OrderBy(span => span.IsPrimary ? 0 : 1),
            ]);
    }

    private static IEnumerable<RustcSpanJson> Unfold(RustcSpanJson span)
    {
        for (RustcSpanJson? at = span; at is not null; at = at.Expansion?.Span)
        {
            yield return at with { IsPrimary = span.IsPrimary };
        }
    }

    // The compiler runs in the workspace's root. Of a bridge, that is the package's own directory.
    private static SourceSpan Resolved(RustcSpanJson span, string directory) =>
        new(Path.GetFullPath(span.FileName, directory), span.LineStart, span.LineEnd, span.IsPrimary);
}

/// <param name="File">Full path.</param>
/// <param name="FirstLine">From 1.</param>
/// <param name="LastLine">Inclusive.</param>
public sealed record SourceSpan(string File, int FirstLine, int LastLine, bool IsPrimary);
