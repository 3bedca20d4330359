namespace Ferrobind.Emit.C;

/// <summary>Documentation as a C comment.</summary>
internal static class CComment
{
    /// <summary>Writes paragraphs, those that there are, as one comment.</summary>
    public static void Write(CodeWriter writer, params IEnumerable<string?> paragraphs)
    {
        var text = string.Join("\n\n", paragraphs.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim()));
        if (text.Length == 0)
            return;
        writer.Line("/**");
        foreach (var line in Escape(text).Split('\n'))
            writer.Line($" * {line}".TrimEnd());
        writer.Line(" */");
    }

    // The end of a comment ends it; the start of one, and the trigraph that joins lines, are warnings.
    private static string Escape(string text) => text
        .ReplaceLineEndings("\n")
        .Replace("*/", "* /", StringComparison.Ordinal)
        .Replace("/*", "/ *", StringComparison.Ordinal)
        .Replace("??/", "? ?/", StringComparison.Ordinal);
}
