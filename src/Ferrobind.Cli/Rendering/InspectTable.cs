using Ferrobind.Cli.Reporting;
using Ferrobind.Plan;
using Spectre.Console;

namespace Ferrobind.Cli.Rendering;

/// <summary>Every public item of the crates, for a reader: what crosses, what does not, and what is only a container.</summary>
internal static class InspectTable
{
    public static void Write(LibraryPlan plan, CliHost host)
    {
        for (var i = 0; i < plan.Crates.Length; i++)
        {
            if (i > 0)
                host.Out.WriteLine();
            Write(plan.Crates[i], host);
        }

        if (plan.Crates.Length == 1)
            return;
        host.Out.WriteLine();
        host.Out.WriteLine($"{plan.Names.Title}: {Total(Counts.Of(plan))}");
    }

    private static void Write(BridgePlan plan, CliHost host)
    {
        host.Out.WriteLine($"{plan.Package.CrateName} {plan.Package.CrateVersion}");
        WriteBridged(plan, host);
        WriteOthers<Skipped>("Does not cross", plan, host, skipped => $"{skipped.Code}: {skipped.Reason}");
        WriteOthers<Transparent>("Nothing to call", plan, host, transparent => transparent.Note);
        host.Out.WriteLine();
        host.Out.WriteLine(Total(Counts.Of(plan.Ledger)));
    }

    private static void WriteBridged(BridgePlan plan, CliHost host)
    {
        var table = Tables.Create("Crosses", "Kind", "As", $"Go ({plan.Package.GoImport})", $"C# ({plan.Package.CSharpNamespace})");
        foreach (var entry in plan.Ledger)
        {
            if (entry.Disposition is Bridged bridged)
                table.AddTexts(entry.RustPath, entry.Kind, bridged.Form, bridged.GoName, bridged.CSharpName);
        }

        Write(table, host);
    }

    private static void WriteOthers<T>(string title, BridgePlan plan, CliHost host, Func<T, string> why)
        where T : Disposition
    {
        var table = Tables.Create(title, "Kind", "Why");
        foreach (var entry in plan.Ledger)
        {
            if (entry.Disposition is T disposition)
                table.AddTexts(entry.RustPath, entry.Kind, why(disposition));
        }

        Write(table, host);
    }

    private static void Write(Table table, CliHost host)
    {
        if (table.Rows.Count == 0)
            return;
        host.Out.WriteLine();
        Consoles.WriteOut(host, table);
    }

    private static string Total(Counts counts) =>
        $"{counts.Bridged} of {counts.Callable} public items cross, "
        + $"{counts.Skipped} {(counts.Skipped == 1 ? "does" : "do")} not; "
        + $"{counts.Transparent} more {(counts.Transparent == 1 ? "is" : "are")} nothing to call.";
}
