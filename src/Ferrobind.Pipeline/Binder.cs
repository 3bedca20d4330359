using Ferrobind.Pipeline.Progress;
using Ferrobind.Plan;

namespace Ferrobind.Pipeline;

/// <summary>The stages in order: read, plan, emit, build, install.</summary>
public static class Binder
{
    /// <summary>Binds a crate: builds the library and brings the output directories up to date.</summary>
    /// <exception cref="Diagnostics.FerrobindException">With the one message that says what went wrong.</exception>
    public static Task<BindOutcome> BindAsync(
        BindRequest request, IRunReporter reporter, CancellationToken cancellation) =>
        throw new InvalidOperationException();

    /// <summary>Reads and plans a crate, and builds nothing.</summary>
    public static Task<BridgePlan> InspectAsync(
        BindRequest request, IRunReporter reporter, CancellationToken cancellation) =>
        throw new InvalidOperationException();
}
