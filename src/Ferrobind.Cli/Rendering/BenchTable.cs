using System.Globalization;
using Ferrobind.Cli.Reporting;

namespace Ferrobind.Cli.Rendering;

/// <summary>What calls take in each mode, and in the language itself.</summary>
internal static class BenchTable
{
    private static readonly (string Call, string Title)[] Rows =
    [
        ("add", "two integers"), ("hash", "hash of 64 bytes"), ("is_text", "UTF-8 check of 32 bytes"), ("text_len", "text in, 16 bytes"),
        ("greet", "text in and out, 16 bytes"), ("method", "method of an object"), ("create", "object, made and closed"),
    ];

    /// <param name="measured">The modes by title, each with nanoseconds a call.</param>
    /// <param name="isDirect">Whether a call is proved to be direct (docs/direct.md).</param>
    public static void Write(
        IReadOnlyList<(string Title, IReadOnlyDictionary<(string Call, string Who), double> Times)> measured, Func<string, bool> isDirect, CliHost host)
    {
        var groups = measured.GroupBy(m => m.Title[..m.Title.IndexOf(',', StringComparison.Ordinal)]).ToArray();
        var table = Tables.Create(["ns", .. groups.SelectMany(g => g.Select(m => m.Title).Prepend($"{g.Key} itself"))]);
        foreach (var column in table.Columns.Skip(1))
            column.Alignment = Spectre.Console.Justify.Right;
        foreach (var (call, title) in Rows)
        {
            table.AddTexts([
                isDirect(call) ? title + " *" : title,
                .. groups.SelectMany(g => g.Select(m => m.Times[(call, "rust")]).Prepend(g.Min(m => m.Times[(call, "own")])).Select(Nanoseconds)),
            ]);
        }

        Consoles.WriteOut(host, table);
        host.Out.WriteLine();
        host.Out.WriteLine("* proved from its machine code: Go calls it without cgo where the build has the tag ferrobind_direct, C# without a transition.");
        host.Out.WriteLine("What a language takes itself is for the same function, written in it, and not inlined.");
    }

    private static string Nanoseconds(double time) => time.ToString(time < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
