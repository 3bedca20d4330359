using System.Collections.Immutable;

namespace Ferrobind.Emit.Docs;

/// <summary>
/// Reads the Markdown of Rust's documentation: what rustdoc's dialect uses, in a form that a language's own
/// documentation can be written from. Never fails; what it does not know stays text.
/// </summary>
public static class Markdown
{
    /// <summary>The blocks of a document; none for null.</summary>
    public static ImmutableArray<MarkdownBlock> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var lines = text.ReplaceLineEndings("\n").Replace("\t", "    ", StringComparison.Ordinal).Split('\n').ToList();
        var references = LinkReferences.TakeFrom(lines);
        return new BlockParser(references).Parse(lines);
    }

    /// <summary>Running text without any markup.</summary>
    public static string Plain(IEnumerable<MarkdownInline> content) => string.Concat(content.Select(inline => inline switch
    {
        TextInline text => text.Text,
        CodeInline code => code.Text,
        LinkInline link => Plain(link.Content),
        _ => throw new ArgumentOutOfRangeException(nameof(content), inline, "not an inline"),
    }));
}
