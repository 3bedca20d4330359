using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Ferrobind.Emit.Docs;

namespace Ferrobind.Emit.Go;

/// <summary>
/// Makes Go doc comments of Markdown, in the very form that gofmt gives them. Godoc has headings, paragraphs, flat lists,
/// code and links; everything else becomes one of them.
/// </summary>
internal sealed partial class Godoc(ItemLinks links)
{
    private enum Shape { Text, List, Code }

    private const int Width = 77;

    // Stands for a space at which a line must not be broken.
    private const char Glue = '\u0001';

    private readonly List<string> _lines = [];
    private Shape _last = Shape.Text;
    private readonly SortedDictionary<string, string> _addresses = new(StringComparer.Ordinal);

    /// <summary>The lines, without the slashes.</summary>
    public IEnumerable<string> Lines => _addresses.Count == 0
        ? _lines
        : [.. _lines, "", .. _addresses.Select(pair => $"[{pair.Key}]: {pair.Value}")];

    public void Add(IEnumerable<MarkdownBlock> blocks)
    {
        var all = blocks.ToList();
        for (var i = 0; i < all.Count; i++)
            Add(all[i], isFollowedByDetail: i + 1 < all.Count && all[i + 1] is ListBlock or CodeBlock or TableBlock);
    }

    /// <summary>Adds blocks, the first of which starts with a word of Go's: <c>Deprecated:</c>.</summary>
    public void Add(string word, ImmutableArray<MarkdownBlock> blocks)
    {
        if (blocks is [ParagraphBlock first, .. var rest])
        {
            Add($"{word} {Ended(Inline(first.Content))}");
            Add(rest);
            return;
        }

        Add(word);
        Add(blocks);
    }

    /// <summary>Adds a paragraph that is Go's form already.</summary>
    public void Add(string paragraph)
    {
        Separate(Shape.Text);
        Wrap(paragraph, "", "");
    }

    private void Add(MarkdownBlock block, bool isFollowedByDetail)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Separate(Shape.Text);
                _lines.Add("# " + Markdown.Plain(heading.Content).Trim());
                break;
            case ParagraphBlock paragraph:
                Add(Closed(Inline(paragraph.Content), isFollowedByDetail));
                break;
            case CodeBlock { Text: "" }:
                break;
            case CodeBlock code:
                AddCode(Dedent(code.Text.Split('\n')));
                break;
            case QuoteBlock quote:
                Add(quote.Content);
                break;
            case TableBlock table:
                AddCode(Columns(table));
                break;
            case ListBlock list:
                AddList(list);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "not a block");
        }
    }

    private void AddCode(List<string> lines)
    {
        Separate(Shape.Code);
        // What starts like a list would be one.
        if (Item().IsMatch(lines[0]))
            _lines.Add("\ttext:");
        _lines.AddRange(lines.Select(line => line.Length == 0 ? "" : "\t" + line));
    }

    /// <summary>A list has one level and text in it; what else is in an item follows the list.</summary>
    private void AddList(ListBlock list)
    {
        var rest = new List<MarkdownBlock>();
        Separate(Shape.List);
        var number = list.Start;
        foreach (var item in Flatten(list, rest))
        {
            Wrap(item, number is null ? "  - " : $" {number}. ", "    ");
            number++;
        }

        Add(rest);
    }

    private IEnumerable<string> Flatten(ListBlock list, List<MarkdownBlock> rest)
    {
        foreach (var item in list.Items)
        {
            var text = string.Join(' ', item.OfType<ParagraphBlock>().Select(p => Inline(p.Content)));
            yield return text.Length > 0 ? text : "…";
            foreach (var inner in item.Where(block => block is not ParagraphBlock))
            {
                if (inner is ListBlock nested)
                {
                    foreach (var line in Flatten(nested, rest))
                        yield return line;
                }
                else
                    rest.Add(inner);
            }
        }
    }

    /// <summary>Without the indentation that all lines share: gofmt removes it.</summary>
    private static List<string> Dedent(string[] lines)
    {
        var shared = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return [.. lines.Select(line => line.Length == 0 ? line : line[shared..])];
    }

    private static List<string> Columns(TableBlock table)
    {
        var rows = table.Rows.Select(row => row.Select(cell => Markdown.Plain(cell)).ToList()).ToList();
        var widths = Enumerable.Range(0, rows.Max(row => row.Count)).Select(i => rows.Max(row => i < row.Count ? row[i].Length : 0)).ToList();
        return [.. rows.Select(row => string.Concat(row.Select((cell, i) => cell.PadRight(widths[i] + 2))).TrimEnd())];
    }

    /// <summary>
    /// A paragraph of one line without punctuation at its end would be taken for a heading of the old style, and gofmt
    /// would make it one of the new.
    /// </summary>
    private static string Closed(string text, bool isFollowedByDetail) =>
        text.Length > 0 && text.Length <= Width && char.IsUpper(text[0]) && char.IsLetterOrDigit(text[^1])
            ? text + (isFollowedByDetail ? ":" : ".")
            : text;

    private static string Ended(string text) => text.Length > 0 && char.IsLetterOrDigit(text[^1]) || text.EndsWith(']') ? text + "." : text;

    private string Inline(ImmutableArray<MarkdownInline> content)
    {
        var text = new StringBuilder();
        foreach (var inline in content)
        {
            text.Append(inline switch
            {
                TextInline plain => plain.Text,
                CodeInline code => code.Text,
                LinkInline link => Link(link),
                _ => throw new ArgumentOutOfRangeException(nameof(content), inline, "not an inline"),
            });
        }

        // Godoc makes curly quotes of these, and gofmt writes them.
        return text.Replace("''", "\"\"").Replace("``", "\"").ToString().Trim();
    }

    private string Link(LinkInline link)
    {
        var text = Inline(link.Content);
        if (links.Find(link) is { } name)
            return IsNameOf(text, link) ? $"[{name}]" : $"{text} ([{name}])";
        if (!link.IsAddress || text == link.Target)
            return text;
        if (text.Length == 0)
            return link.Target;
        var label = text.Replace(' ', Glue);
        var isUsable = text.AsSpan().IndexOfAny("[]") < 0 && _addresses.GetValueOrDefault(text, link.Target) == link.Target;
        if (!isUsable)
            return $"{text} ({link.Target})";
        _addresses[text] = link.Target;
        return $"[{label}]";
    }

    private static bool IsNameOf(string text, LinkInline link) =>
        text.TrimEnd('(', ')', '!') is var name
        && (name == link.Target || link.ItemPath == name || link.ItemPath.EndsWith("::" + name, StringComparison.Ordinal)
            || name.EndsWith("::" + link.ItemPath, StringComparison.Ordinal));

    /// <summary>
    /// A blank line between blocks. Godoc takes neighbours that are indented for one block, so a word is put between two
    /// lists, and between a list and code.
    /// </summary>
    private void Separate(Shape next)
    {
        var bridge = (_last, next) switch
        {
            (Shape.List, Shape.Code) => "Example:",
            (Shape.Code or Shape.List, Shape.List) => "And:",
            _ => null,
        };
        if (_lines.Count > 0)
            _lines.Add("");
        if (bridge is not null)
            _lines.AddRange([bridge, ""]);
        _last = next;
    }

    private void Wrap(string text, string first, string others)
    {
        var line = new StringBuilder(first);
        var isEmpty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                _lines.Add(line.Replace(Glue, ' ').ToString());
                line.Clear().Append(others);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        _lines.Add(line.Replace(Glue, ' ').ToString());
    }

    [GeneratedRegex("""^\s*(?:[-*+•]|\d+[.)])\s""")]
    private static partial Regex Item();
}
