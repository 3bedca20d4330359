using System.Collections.Immutable;
using Ferrobind.Cli.Rendering;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Json;

/// <summary>
/// What <c>inspect --json</c> prints: docs/inspect-json.md. Fields may be added; one that is renamed, removed or means
/// something else raises <see cref="CurrentSchema"/>.
/// </summary>
internal sealed record InspectDocument(
    int Schema, string Crate, string Version, string GoModule, string CsharpNamespace,
    ImmutableArray<InspectItem> Items, InspectTotals Totals)
{
    public const int CurrentSchema = 1;

    public static InspectDocument Of(BridgePlan plan)
    {
        var package = plan.Package;
        return new InspectDocument(
            CurrentSchema, package.CrateName, package.CrateVersion, package.GoImport, package.CSharpNamespace,
            [.. plan.Ledger.Select(InspectItem.Of)],
            InspectTotals.Of(Counts.Of(plan.Ledger)));
    }
}

/// <summary>What it prints of a bundle: the document of each crate, and what they have together.</summary>
internal sealed record InspectBundle(
    int Schema, string Bundle, string GoModule, string CsharpNamespace, ImmutableArray<InspectDocument> Crates, InspectTotals Totals)
{
    public static InspectBundle Of(LibraryPlan plan) => new(
        InspectDocument.CurrentSchema, plan.Names.Title, plan.Names.GoModule, plan.Names.CSharpNamespace,
        [.. plan.Crates.Select(InspectDocument.Of)], InspectTotals.Of(Counts.Of(plan)));
}

/// <summary>One public item. Every field is always there; null where it has no meaning.</summary>
internal sealed record InspectItem(
    string Path, string Kind, string Signature, string Status, string? Form = null, string? Symbol = null,
    string? Go = null, string? Csharp = null, string? Code = null, string? Reason = null)
{
    public static InspectItem Of(LedgerEntry entry)
    {
        var item = new InspectItem(entry.RustPath, entry.Kind, entry.Signature, "");
        return entry.Disposition switch
        {
            Bridged b => item with { Status = "bridged", Form = b.Form, Symbol = b.Symbol, Go = b.GoName, Csharp = b.CSharpName },
            Skipped s => item with { Status = "skipped", Code = s.Code, Reason = s.Reason },
            Transparent t => item with { Status = "transparent", Reason = t.Note },
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Disposition, "not a disposition"),
        };
    }
}

/// <summary>The number of items, and how many of them have each status.</summary>
internal sealed record InspectTotals(int Items, int Bridged, int Skipped, int Transparent)
{
    public static InspectTotals Of(Counts counts) => new(counts.Items, counts.Bridged, counts.Skipped, counts.Transparent);
}
