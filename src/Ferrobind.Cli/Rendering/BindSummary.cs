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

        var counts = Counts.Of(plan.Ledger);
        var more = counts.Skipped == 0 ? "" : " (ferrobind inspect says why the others do not cross)";
        host.Error.WriteLine(
            $"Bound {counts.Bridged} of {counts.Callable} items of {plan.Package.CrateName} {plan.Package.CrateVersion} "
            + $"to {outputs}{more}.");
    }
}
