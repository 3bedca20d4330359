using Ferrobind.Pipeline;
using Ferrobind.Pipeline.Progress;
using Ferrobind.Plan;

namespace Ferrobind.Cli;

/// <summary>The stages that the commands start; the tests have one of their own.</summary>
internal interface IPipeline
{
    Task<BindOutcome> BindAsync(BindRequest request, IRunReporter reporter, CancellationToken cancellation);

    Task<LibraryPlan> InspectAsync(BindRequest request, IRunReporter reporter, CancellationToken cancellation);

    Task<(LibraryPlan Plan, BuiltLibrary Library)> InspectDirectAsync(
        BindRequest request, IRunReporter reporter, CancellationToken cancellation);
}

/// <summary>The real one.</summary>
internal sealed class BinderPipeline : IPipeline
{
    public Task<BindOutcome> BindAsync(BindRequest request, IRunReporter reporter, CancellationToken cancellation) =>
        Binder.BindAsync(request, reporter, cancellation);

    public Task<LibraryPlan> InspectAsync(BindRequest request, IRunReporter reporter, CancellationToken cancellation) =>
        Binder.InspectAsync(request, reporter, cancellation);

    public Task<(LibraryPlan Plan, BuiltLibrary Library)> InspectDirectAsync(
        BindRequest request, IRunReporter reporter, CancellationToken cancellation) =>
        Binder.InspectDirectAsync(request, reporter, cancellation);
}
