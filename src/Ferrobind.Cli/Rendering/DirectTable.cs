using System.Globalization;
using Ferrobind.Cli.Json;
using Ferrobind.Cli.Reporting;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Rendering;

/// <summary>What the machine code proves of each export, for a reader.</summary>
internal static class DirectTable
{
    public static void Write(LibraryPlan plan, BuiltLibrary library, CliHost host)
    {
        var items = plan.Crates.SelectMany(crate => crate.Exports).Select(export => DirectItem.Of(export, library)).ToArray();
        host.Out.WriteLine($"{plan.Names.Title} {plan.Crates[0].Package.CrateVersion}, {library.Platform.RustTarget}");
        var proven = Tables.Create("Direct", "Stack", "Instructions", "Most work", "Loops", "Go: up to", "C#: up to");
        foreach (var item in items.Where(i => i.Direct))
        {
            proven.AddTexts(
                item.Path, Number(item.Stack), Number(item.Instructions), Number(item.Work), item.Loops!, Limit(item.MaxElements),
                item.SuppressGcTransition ? Limit(item.BriefElements) : "never");
        }

        var others = Tables.Create("Not direct", "Why");
        foreach (var item in items.Where(i => !i.Direct))
            others.AddTexts(item.Path, item.Reason!);
        var pure = Tables.Create("Go without cgo", "Stack", "Code");
        foreach (var item in items.Where(i => i.PureGo))
            pure.AddTexts(item.Path, Number(item.Stack), $"{Number(item.CodeBytes)} bytes");

        // Most others are those above, for the same reason.
        var withCgo = Tables.Create("Only with cgo", "Why");
        foreach (var item in items.Where(i => !i.PureGo && i.PureGoReason != i.Reason))
            withCgo.AddTexts(item.Path, item.PureGoReason!);
        foreach (var table in new[] { proven, others, pure, withCgo }.Where(t => t.Rows.Count > 0))
        {
            host.Out.WriteLine();
            Consoles.WriteOut(host, table);
        }

        host.Out.WriteLine();
        host.Out.WriteLine($"{items.Count(i => i.Direct)} of {items.Length} exports may be called directly.");
        host.Out.WriteLine($"{items.Count(i => i.PureGo)} of {items.Length} exports are there in a Go program without cgo.");
    }

    private static string Number(int? number) => number!.Value.ToString(CultureInfo.InvariantCulture);

    private static string Limit(int? elements) => elements is { } most ? $"{Number(most)} elements" : "any size";
}
