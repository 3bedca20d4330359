using System.Collections.Immutable;

namespace Ferrobind.Emit.Docs;

/// <summary>A piece of running text. The set of derived records is closed.</summary>
public abstract record MarkdownInline;

/// <summary>Plain text, escapes and entities resolved. Emphasis is not kept: neither target can show it everywhere.</summary>
public sealed record TextInline(string Text) : MarkdownInline;

/// <summary>Code in running text.</summary>
public sealed record CodeInline(string Text) : MarkdownInline;

/// <summary>A link.</summary>
/// <param name="Target">An address, or the Rust path of an item as the author wrote it: <c>Self::new</c>, <c>crate::hamming</c>.</param>
public sealed record LinkInline(ImmutableArray<MarkdownInline> Content, string Target) : MarkdownInline
{
    /// <summary>It leads to the web, not to an item.</summary>
    public bool IsAddress => Target.Contains("://", StringComparison.Ordinal)
        || Target.StartsWith("mailto:", StringComparison.Ordinal);

    /// <summary>
    /// The item's path without what rustdoc allows around it: <c>fn@</c>, <c>()</c>, <c>!</c>, generics, <c>crate::</c>.
    /// </summary>
    public string ItemPath
    {
        get
        {
            var path = Target.Trim('`', ' ');
            path = path[(path.IndexOf('@', StringComparison.Ordinal) + 1)..];
            var end = path.AsSpan().IndexOfAny("(<!#");
            if (end >= 0)
                path = path[..end];
            foreach (var prefix in (ReadOnlySpan<string>)["crate::", "self::", "Self::", "super::"])
                path = path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;
            return path;
        }
    }
}
