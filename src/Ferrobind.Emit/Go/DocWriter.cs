using Ferrobind.Emit.Docs;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes doc comments.</summary>
internal sealed class DocWriter(ItemLinks links)
{
    /// <summary>The comment of an item.</summary>
    public void Write(CodeWriter code, ItemDocs item)
    {
        var godoc = new Godoc(links);
        var blocks = Markdown.Parse(item.Docs.Markdown);
        if (!item.ReplacesSummary && Summary.WithName(item, blocks) is { } named)
            godoc.Add(named);
        else
        {
            godoc.Add(item.Summary);
            godoc.Add(blocks);
        }

        foreach (var note in item.Notes)
            godoc.Add(note);
        Deprecate(godoc, item.Docs);
        Write(code, godoc);
    }

    /// <summary>The comment of a field or a constant, if Rust has one.</summary>
    public void WriteMember(CodeWriter code, Documentation docs)
    {
        var godoc = new Godoc(links);
        godoc.Add(Markdown.Parse(docs.Markdown));
        Deprecate(godoc, docs);
        Write(code, godoc);
    }

    private static void Deprecate(Godoc godoc, Documentation docs)
    {
        if (docs.Deprecated is { } deprecated)
            godoc.Add("Deprecated:", deprecated.Length > 0 ? Markdown.Parse(deprecated) : Markdown.Parse("it is deprecated in Rust."));
    }

    /// <summary>A comment.</summary>
    public static void Write(CodeWriter code, Godoc godoc)
    {
        foreach (var line in godoc.Lines)
            code.Line(line.Length == 0 ? "//" : line[0] == '\t' ? "//" + line : "// " + line);
    }

    public Godoc Start() => new(links);
}
