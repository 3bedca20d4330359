using System.Collections.Immutable;
using System.Text;
using Ferrobind.Emit.Docs;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes XML documentation from Rust's Markdown.</summary>
internal static class DocWriter
{
    private const int Width = 108;

    /// <summary>All of a member's documentation, and its attributes.</summary>
    public static void Member(CodeWriter code, Documentation docs, string otherwise, ItemLinks links)
    {
        Body(code, docs, otherwise, links);
        Attributes(code, docs);
    }

    /// <summary>The first paragraph as the summary, the rest as remarks.</summary>
    /// <param name="otherwise">The summary, XML, where Rust has no documentation.</param>
    /// <param name="note">What the remarks begin with, XML.</param>
    public static void Body(CodeWriter code, Documentation docs, string otherwise, ItemLinks links, string? note = null)
    {
        var blocks = Markdown.Parse(docs.Markdown).SkipWhile(b => b is HeadingBlock { Level: 1 }).ToImmutableArray();
        var text = new DocText(links);
        var summary = blocks is [ParagraphBlock first, ..] ? text.Inlines(first.Content) : otherwise;
        Tag(code, "summary", summary);
        if (blocks is [ParagraphBlock, ..])
            blocks = blocks.RemoveAt(0);
        if (blocks.Length == 0)
        {
            if (note is not null)
                Tag(code, "remarks", note);
            return;
        }

        code.Line("/// <remarks>");
        if (note is not null)
            Tag(code, "para", note);
        text.Blocks(new DocLines(code, Width), blocks);
        code.Line("/// </remarks>");
    }

    /// <summary>What a parameter is: all of its documentation.</summary>
    public static void Parameter(CodeWriter code, string name, Documentation docs, string otherwise, ItemLinks links)
    {
        var blocks = Markdown.Parse(docs.Markdown);
        if (blocks is [] or [ParagraphBlock])
        {
            var text = blocks is [ParagraphBlock only] ? new DocText(links).Inlines(only.Content) : otherwise;
            Tag(code, "param", text, $" name=\"{name}\"");
            return;
        }

        code.Line($"/// <param name=\"{name}\">");
        new DocText(links).Blocks(new DocLines(code, Width), blocks);
        code.Line("/// </param>");
    }

    /// <summary>When an exception is thrown.</summary>
    public static void Exception(CodeWriter code, string type, string when) =>
        code.Line($"/// <exception cref=\"{type}\">{Escape(when)}</exception>");

    /// <summary><c>[Obsolete]</c>, where Rust says so.</summary>
    public static void Attributes(CodeWriter code, Documentation docs)
    {
        if (docs.Deprecated is not { } reason)
            return;
        code.Line(reason.Length == 0 ? "[Obsolete(\"Deprecated in Rust.\")]" : $"[Obsolete({Literals.Text(reason)})]");
    }

    /// <summary>Text as XML.</summary>
    public static string Escape(string text)
    {
        var xml = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            xml.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                // XML has no characters for these, escaped or not.
                _ when char.IsControl(c) && c is not ('\n' or '\t') => "\ufffd",
                _ => c.ToString(),
            });
        }

        return xml.ToString();
    }

    private static void Tag(CodeWriter code, string tag, string xml, string attributes = "")
    {
        if (xml.Length + attributes.Length + (2 * tag.Length) + 9 <= Width)
        {
            code.Line($"/// <{tag}{attributes}>{xml}</{tag}>");
            return;
        }

        code.Line($"/// <{tag}{attributes}>");
        new DocLines(code, Width).Wrapped(xml);
        code.Line($"/// </{tag}>");
    }
}
