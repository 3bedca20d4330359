using System.Collections.Immutable;
using Ferrobind.Emit.Docs;

namespace Ferrobind.Emit.CSharp;

/// <summary>Markdown's blocks and inlines as the tags of C#'s documentation.</summary>
internal sealed class DocText(ItemLinks links)
{
    public void Blocks(DocLines lines, ImmutableArray<MarkdownBlock> blocks)
    {
        foreach (var block in blocks)
            Block(lines, block);
    }

    public string Inlines(ImmutableArray<MarkdownInline> content) =>
        string.Concat(content.Select(Inline)).Trim();

    private void Block(DocLines lines, MarkdownBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                lines.Wrapped($"<para><b>{Inlines(heading.Content)}</b></para>");
                break;
            case ParagraphBlock paragraph:
                lines.Wrapped($"<para>{Inlines(paragraph.Content)}</para>");
                break;
            case CodeBlock code:
                lines.Line(code.IsRust ? "<code lang=\"rust\">" : "<code>");
                foreach (var line in code.Text.Split('\n'))
                    lines.Line(DocWriter.Escape(line));
                lines.Line("</code>");
                break;
            case ListBlock list:
                List(lines, list);
                break;
            case QuoteBlock quote:
                Blocks(lines, quote.Content);
                break;
            case TableBlock table:
                Table(lines, table);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "not a block");
        }
    }

    private void List(DocLines lines, ListBlock list)
    {
        lines.Line($"<list type=\"{(list.Start is null ? "bullet" : "number")}\">");
        foreach (var item in list.Items)
        {
            if (item is [ParagraphBlock only])
            {
                lines.Wrapped($"<item><description>{Inlines(only.Content)}</description></item>");
                continue;
            }

            lines.Line("<item><description>");
            Blocks(lines, item);
            lines.Line("</description></item>");
        }

        lines.Line("</list>");
    }

    private void Table(DocLines lines, TableBlock table)
    {
        lines.Line("<list type=\"table\">");
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var tag = i == 0 ? "listheader" : "item";
            var cells = string.Concat(table.Rows[i].Select(cell => $"<term>{Inlines(cell)}</term>"));
            lines.Wrapped($"<{tag}>{cells}</{tag}>");
        }

        lines.Line("</list>");
    }

    private string Inline(MarkdownInline inline) => inline switch
    {
        TextInline text => DocWriter.Escape(text.Text),
        CodeInline code => $"<c>{DocWriter.Escape(code.Text)}</c>",
        LinkInline { IsAddress: true } link => $"<see href=\"{Attribute(link.Target)}\">{string.Concat(link.Content.Select(Inline))}</see>",
        LinkInline { Content: [CodeInline] } link when links.Find(link) is { } cref => $"<see cref=\"{cref}\"/>",
        LinkInline link when links.Find(link) is { } cref => $"<see cref=\"{cref}\">{string.Concat(link.Content.Select(Inline))}</see>",
        LinkInline link => string.Concat(link.Content.Select(Inline)),
        _ => throw new ArgumentOutOfRangeException(nameof(inline), inline, "not an inline"),
    };

    private static string Attribute(string text) => DocWriter.Escape(text).Replace("\"", "&quot;", StringComparison.Ordinal);
}
