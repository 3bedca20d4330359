using Spectre.Console;

namespace Ferrobind.Cli.Rendering;

/// <summary>Tables without lines: columns, a title over each, two spaces between them.</summary>
internal static class Tables
{
    public static Table Create(params ReadOnlySpan<string> titles)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = titles.IndexOfAnyExcept("") >= 0 };
        foreach (var title in titles)
            table.AddColumn(new TableColumn($"[dim]{Markup.Escape(title)}[/]") { Padding = new Padding(0, 0, 2, 0) });
        return table;
    }

    /// <summary>Adds a row of texts, which are no markup.</summary>
    public static void AddTexts(this Table table, params IEnumerable<string> cells) =>
        table.AddRow(cells.Select(cell => new Text(cell)));
}
