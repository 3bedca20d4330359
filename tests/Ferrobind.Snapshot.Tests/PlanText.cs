using System.Text;
using Ferrobind.Plan;

namespace Ferrobind.Snapshot.Tests;

/// <summary>A plan as text that is good to review: one line an item, and one an export.</summary>
internal static class PlanText
{
    public static string Of(BridgePlan plan)
    {
        var text = new StringBuilder();
        foreach (var entry in plan.Ledger)
        {
            text.Append(entry.RustPath).Append("  ").Append(entry.Signature).Append('\n').Append("    ")
                .Append(entry.Disposition switch
                {
                    Bridged bridged => $"{bridged.Form}: {bridged.GoName} | {bridged.CSharpName}",
                    Skipped skipped => $"{skipped.Code}: {skipped.Reason}",
                    Transparent transparent => transparent.Note,
                    _ => entry.Disposition.ToString(),
                })
                .Append('\n');
        }

        text.Append('\n');
        foreach (var export in plan.Exports)
        {
            text.Append(export.Symbol).Append('(')
                .AppendJoin(", ", export.Parameters.Select(p => $"{p.CName}: {p.Form} {p.Conversion}"))
                .Append(") -> ").Append(export.Result)
                .Append(export.Error is { } error ? $" or {error.GoName ?? "Error"}" : "").Append('\n');
        }

        return text.ToString();
    }
}
