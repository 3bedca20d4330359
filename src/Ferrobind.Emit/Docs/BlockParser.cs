using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ferrobind.Emit.Docs;

/// <summary>Splits lines into blocks; quotes and list items are documents of their own inside.</summary>
internal sealed partial class BlockParser(LinkReferences references)
{
    private readonly InlineParser _inlines = new(references);

    public ImmutableArray<MarkdownBlock> Parse(IReadOnlyList<string> lines)
    {
        var blocks = ImmutableArray.CreateBuilder<MarkdownBlock>();
        for (var i = 0; i < lines.Count;)
        {
            var line = lines[i];
            if (string.IsNullOrWhiteSpace(line) || IsRule(line))
                i++;
            else if (Fence().IsMatch(line))
                blocks.Add(ReadFence(lines, ref i));
            else if (line.StartsWith("    ", StringComparison.Ordinal))
                blocks.Add(ReadIndentedCode(lines, ref i));
            else if (Heading().Match(line) is { Success: true } heading)
            {
                blocks.Add(new HeadingBlock(heading.Groups[1].Length, _inlines.Parse(heading.Groups[2].Value)));
                i++;
            }
            else if (line.TrimStart().StartsWith('>'))
                blocks.Add(ReadQuote(lines, ref i));
            else if (Item().IsMatch(line))
                blocks.Add(ReadList(lines, ref i));
            else if (i + 1 < lines.Count && line.Contains('|', StringComparison.Ordinal) && TableRule().IsMatch(lines[i + 1]))
                blocks.Add(ReadTable(lines, ref i));
            else
                ReadParagraph(lines, ref i, blocks);
        }

        return blocks.ToImmutable();
    }

    private void ReadParagraph(IReadOnlyList<string> lines, ref int i, ImmutableArray<MarkdownBlock>.Builder blocks)
    {
        var text = new List<string>();
        for (; i < lines.Count && !string.IsNullOrWhiteSpace(lines[i]); i++)
        {
            if (text.Count > 0 && Underline().Match(lines[i]) is { Success: true } underline)
            {
                i++;
                blocks.Add(new HeadingBlock(underline.Value.TrimStart()[0] == '=' ? 1 : 2, _inlines.Parse(string.Join('\n', text))));
                return;
            }

            if (text.Count > 0 && InterruptsParagraph(lines[i]))
                break;
            text.Add(lines[i].Trim());
        }

        // Badges and the like leave nothing.
        var content = _inlines.Parse(string.Join('\n', text));
        if (!string.IsNullOrWhiteSpace(Markdown.Plain(content)))
            blocks.Add(new ParagraphBlock(content));
    }

    private static bool InterruptsParagraph(string line) =>
        Fence().IsMatch(line) || Heading().IsMatch(line) || line.TrimStart().StartsWith('>') || IsRule(line)
        || (Item().Match(line) is { Success: true } item && item.Groups["number"].Value is "" or "1");

    private static CodeBlock ReadFence(IReadOnlyList<string> lines, ref int i)
    {
        var open = Fence().Match(lines[i++]);
        var fence = open.Groups["fence"].Value;
        var code = new List<string>();
        for (; i < lines.Count; i++)
        {
            var trimmed = lines[i].Trim();
            if (trimmed.StartsWith(fence, StringComparison.Ordinal) && trimmed.Trim(fence[0]).Length == 0)
            {
                i++;
                break;
            }

            code.Add(WithoutIndent(lines[i], open.Groups["indent"].Length));
        }

        return Code(code, CodeLanguage.IsRust(open.Groups["info"].Value));
    }

    private static CodeBlock ReadIndentedCode(IReadOnlyList<string> lines, ref int i)
    {
        var code = new List<string>();
        for (; i < lines.Count && (string.IsNullOrWhiteSpace(lines[i]) || Indent(lines[i]) >= 4); i++)
            code.Add(WithoutIndent(lines[i], 4));
        return Code(code, isRust: true);
    }

    private static CodeBlock Code(IEnumerable<string> lines, bool isRust)
    {
        var shown = isRust ? lines.Where(l => !CodeLanguage.IsHidden(l)).Select(CodeLanguage.Unescape) : lines;
        return new CodeBlock(isRust, string.Join('\n', shown.Select(l => l.TrimEnd())).Trim('\n'));
    }

    private QuoteBlock ReadQuote(IReadOnlyList<string> lines, ref int i)
    {
        var inner = new List<string>();
        for (; i < lines.Count && !string.IsNullOrWhiteSpace(lines[i]); i++)
        {
            var line = lines[i].TrimStart();
            inner.Add(line.StartsWith('>') ? line[(line.StartsWith("> ", StringComparison.Ordinal) ? 2 : 1)..] : line);
        }

        return new QuoteBlock(Parse(inner));
    }

    private ListBlock ReadList(IReadOnlyList<string> lines, ref int i)
    {
        var first = Item().Match(lines[i]);
        var isNumbered = first.Groups["number"].Length > 0;
        var items = ImmutableArray.CreateBuilder<ImmutableArray<MarkdownBlock>>();
        while (i < lines.Count && Item().Match(lines[i]) is { Success: true } item
            && item.Groups["number"].Length > 0 == isNumbered && !IsRule(lines[i]))
        {
            var width = item.Length;
            var inner = new List<string> { lines[i++][width..] };
            for (; i < lines.Count; i++)
            {
                if (string.IsNullOrWhiteSpace(lines[i]))
                {
                    // A blank line ends the item unless something that belongs to it follows.
                    var next = Enumerable.Range(i, lines.Count - i).Where(n => !string.IsNullOrWhiteSpace(lines[n])).Take(1).ToList();
                    if (next.Count == 0 || Indent(lines[next[0]]) < Math.Min(width, 2))
                        break;
                    inner.Add("");
                }
                else if (Indent(lines[i]) >= Math.Min(width, 2) && !(Indent(lines[i]) < width && Item().IsMatch(lines[i])))
                    inner.Add(WithoutIndent(lines[i], width));
                else if (Item().IsMatch(lines[i]) || InterruptsParagraph(lines[i]) || inner[^1].Length == 0)
                    break;
                else
                    inner.Add(lines[i].TrimStart());
            }

            items.Add(Parse(inner));
            while (i < lines.Count && string.IsNullOrWhiteSpace(lines[i]))
                i++;
        }

        return new ListBlock(isNumbered ? int.Parse(first.Groups["number"].Value, null) : null, items.ToImmutable());
    }

    private TableBlock ReadTable(IReadOnlyList<string> lines, ref int i)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<ImmutableArray<MarkdownInline>>>();
        for (var n = 0; i < lines.Count && lines[i].Contains('|', StringComparison.Ordinal); i++, n++)
        {
            if (n == 1)
                continue;
            var row = lines[i].Trim();
            row = row.StartsWith('|') ? row[1..] : row;
            row = row.EndsWith('|') ? row[..^1] : row;
            rows.Add([.. UnescapedBar().Split(row).Select(cell => _inlines.Parse(cell.Replace("\\|", "|", StringComparison.Ordinal).Trim()))]);
        }

        return new TableBlock(rows.ToImmutable());
    }

    private static bool IsRule(string line) => Rule().IsMatch(line);

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    private static string WithoutIndent(string line, int width) => line[Math.Min(Indent(line), width)..];

    [GeneratedRegex("""^(?<indent> {0,3})(?<fence>`{3,}|~{3,})(?<info>[^`]*)$""")]
    private static partial Regex Fence();

    [GeneratedRegex("""^ {0,3}(#{1,6})(?:\s+(.*?))??(?:\s+#+)?\s*$""")]
    private static partial Regex Heading();

    [GeneratedRegex("""^ {0,3}(=+|--+)\s*$""")]
    private static partial Regex Underline();

    [GeneratedRegex("""^ {0,3}([-*_])( *\1){2,} *$""")]
    private static partial Regex Rule();

    [GeneratedRegex("""^ {0,3}(?:[-*+]|(?<number>\d{1,9})[.)])(?: {1,4}(?=\S)|$)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex("""^ {0,3}\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$""")]
    private static partial Regex TableRule();

    [GeneratedRegex("""(?<!\\)\|""")]
    private static partial Regex UnescapedBar();
}
