using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Ferrobind.Emit.Docs;

/// <summary>Splits running text into text, code and links. Emphasis, images and HTML tags are dropped.</summary>
internal sealed partial class InlineParser(LinkReferences references)
{
    private const string Escapable = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    public ImmutableArray<MarkdownInline> Parse(string text)
    {
        var result = ImmutableArray.CreateBuilder<MarkdownInline>();
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (Special(text, ref i, out var inline, out var replacement))
            {
                plain.Append(replacement);
                if (inline is null)
                    continue;
                Flush(plain, result);
                result.Add(inline);
            }
            else
            {
                plain.Append(text[i] == '\n' ? ' ' : text[i]);
                i++;
            }
        }

        Flush(plain, result);
        return result.ToImmutable();
    }

    private static void Flush(StringBuilder plain, ImmutableArray<MarkdownInline>.Builder result)
    {
        if (plain.Length > 0)
            result.Add(new TextInline(plain.ToString()));
        plain.Clear();
    }

    /// <summary>Reads markup at a position: it is an inline, or text that replaces it.</summary>
    private bool Special(string text, ref int i, out MarkdownInline? inline, out string replacement)
    {
        inline = null;
        replacement = "";
        switch (text[i])
        {
            case '\\' when i + 1 < text.Length && Escapable.Contains(text[i + 1], StringComparison.Ordinal):
                replacement = text[i + 1].ToString();
                i += 2;
                return true;
            case '\\' when i + 1 < text.Length && text[i + 1] == '\n':
                i++;
                return true;
            case '`':
                return Code(text, ref i, out inline, out replacement);
            case '!' when i + 1 < text.Length && text[i + 1] == '[':
                var image = i + 1;
                if (!Link(text, ref image, out _))
                    return false;
                i = image;
                return true;
            case '[':
                return Link(text, ref i, out inline);
            case '<' when Autolink().Match(text, i) is { Success: true } link:
                inline = new LinkInline([new TextInline(link.Groups[1].Value)], link.Groups[1].Value);
                i += link.Length;
                return true;
            case '<' when Tag().Match(text, i) is { Success: true } tag:
                replacement = tag.Value.StartsWith("<br", StringComparison.OrdinalIgnoreCase) ? " " : "";
                i += tag.Length;
                return true;
            case '&' when Entity().Match(text, i) is { Success: true } entity:
                replacement = WebUtility.HtmlDecode(entity.Value);
                i += entity.Length;
                return true;
            case '*' or '_' or '~' when IsEmphasis(text, ref i):
                return true;
            default:
                return false;
        }
    }

    private static bool Code(string text, ref int i, out MarkdownInline? inline, out string replacement)
    {
        (inline, replacement) = (null, "");
        var ticks = Run(text, i);
        for (var end = text.IndexOf('`', i + ticks); end >= 0; end = text.IndexOf('`', end + Run(text, end)))
        {
            if (Run(text, end) != ticks)
                continue;
            var code = text[(i + ticks)..end].Replace('\n', ' ');
            if (code.StartsWith(' ') && code.EndsWith(' ') && code.Trim().Length > 0)
                code = code[1..^1];
            inline = new CodeInline(code);
            i = end + ticks;
            return true;
        }

        replacement = text.Substring(i, ticks);
        i += ticks;
        return true;
    }

    /// <summary><c>[text](target)</c>, <c>[text][label]</c>, <c>[label]</c>; without a definition it is an item if it looks like one.</summary>
    private bool Link(string text, ref int i, out MarkdownInline? inline)
    {
        inline = null;
        var close = Closing(text, i, '[', ']');
        if (close < 0)
            return false;
        var content = text[(i + 1)..close];
        var next = close + 1;
        string? target = null;
        if (next < text.Length && text[next] == '(' && Closing(text, next, '(', ')') is var end and > 0)
        {
            target = Title().Replace(text[(next + 1)..end].Trim(), "").Trim('<', '>');
            next = end + 1;
        }
        else if (next < text.Length && text[next] == '[' && Closing(text, next, '[', ']') is var labelEnd and > 0)
        {
            var label = text[(next + 1)..labelEnd];
            label = label.Length == 0 ? content : label;
            target = references.Find(label) ?? label;
            next = labelEnd + 1;
        }
        else
            target = references.Find(content) ?? (ItemLike().IsMatch(content) ? content : null);

        if (target is null)
            return false;
        inline = new LinkInline(Parse(content), target);
        i = next;
        return true;
    }

    /// <summary>The position of the bracket that closes the one at <paramref name="start"/>; code in between is skipped.</summary>
    private static int Closing(string text, int start, char open, char close)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '`' && text.IndexOf('`', i + 1) is var end and > 0)
                i = end;
            else if (text[i] == open)
                depth++;
            else if (text[i] == close && --depth == 0)
                return i;
        }

        return -1;
    }

    /// <summary>A run of markers touches a word on one side; <c>_</c> inside of a word is no marker.</summary>
    private static bool IsEmphasis(string text, ref int i)
    {
        var run = Run(text, i);
        if (text[i] == '~' && run != 2)
            return false;
        var before = i == 0 ? ' ' : text[i - 1];
        var after = i + run >= text.Length ? ' ' : text[i + run];
        var isInner = char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
        if ((char.IsWhiteSpace(before) && char.IsWhiteSpace(after)) || (text[i] == '_' && isInner) || run > 3)
            return false;
        // It takes two: an asterisk that nothing closes is an asterisk.
        var marker = text.Substring(i, run);
        if (text.IndexOf(marker, i + run, StringComparison.Ordinal) < 0 && text.LastIndexOf(marker, Math.Max(i - 1, 0), StringComparison.Ordinal) < 0)
            return false;
        i += run;
        return true;
    }

    private static int Run(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == text[start])
            end++;
        return end - start;
    }

    [GeneratedRegex("""\G<((?:https?|mailto):[^<>\s]*)>""")]
    private static partial Regex Autolink();

    [GeneratedRegex("""\G(?:<!--.*?-->|</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>)""", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex("""\G&(?:[A-Za-z][A-Za-z0-9]*|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});""")]
    private static partial Regex Entity();

    [GeneratedRegex("""\s+("[^"]*"|'[^']*')$""")]
    private static partial Regex Title();

    [GeneratedRegex("""^(?:`[^`]+`|(?:\w+@)?[A-Za-z_]\w*(?:::\w+)+(?:\(\)|!)?|[A-Za-z_]\w*(?:\(\)|!))$""")]
    private static partial Regex ItemLike();
}
