using System.Collections.Immutable;
using Ferrobind.Pipeline.Progress;
using Ferrobind.Plan;

namespace Ferrobind.Pipeline;

/// <summary>What a bind did.</summary>
/// <param name="Plan">The plan that was carried out; null where everything was current and nothing was done.</param>
/// <param name="WasCurrent">The outputs were those of the last run, and so were all inputs.</param>
/// <param name="Outputs">The output directories, absolute.</param>
public sealed record BindOutcome(
    LibraryPlan? Plan, bool WasCurrent, ImmutableArray<string> Outputs, Timings Timings);
