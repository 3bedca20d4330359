using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Rendering;

/// <summary>How many of a crate's public items cross, and how many do not.</summary>
/// <param name="Items">All of them.</param>
/// <param name="Transparent">Those that are nothing to call: modules, aliases.</param>
internal sealed record Counts(int Items, int Bridged, int Skipped, int Transparent)
{
    public static Counts Of(ImmutableArray<LedgerEntry> ledger) => new(
        ledger.Length,
        ledger.Count(e => e.Disposition is Bridged),
        ledger.Count(e => e.Disposition is Skipped),
        ledger.Count(e => e.Disposition is Transparent));

    /// <summary>Those of all crates together.</summary>
    public static Counts Of(LibraryPlan plan) => Of([.. plan.Crates.SelectMany(crate => crate.Ledger)]);

    /// <summary>Those that are something to call, or would be.</summary>
    public int Callable => Bridged + Skipped;
}
