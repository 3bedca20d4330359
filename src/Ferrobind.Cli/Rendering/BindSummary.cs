using Ferrobind.Pipeline;

namespace Ferrobind.Cli.Rendering;

/// <summary>What a bind did, in a line or two.</summary>
internal static class BindSummary
{
    public static void Write(BindOutcome outcome, CliHost host)
    {
        var outputs = string.Join(", ", outcome.Outputs.Select(o => Paths.ForReading(o, host.WorkingDirectory)));
        if (outcome.WasCurrent || outcome.Plan is not { } plan)
        {
            host.Error.WriteLine($"Nothing to do: {outputs} {(outcome.Outputs.Length == 1 ? "is" : "are")} up to date.");
            return;
        }

        var counts = plan.Crates.Select(crate => (crate.Package, Counts: Counts.Of(crate.Ledger))).ToArray();
        var bound = string.Join(", ", counts.Select(crate =>
            $"{crate.Counts.Bridged} of {crate.Counts.Callable} items of {crate.Package.CrateName} {crate.Package.CrateVersion}"));
        var more = counts.All(crate => crate.Counts.Skipped == 0) ? "" : " (ferrobind inspect says why the others do not cross)";
        host.Error.WriteLine($"Bound {bound} to {outputs}{more}.");
    }
}
