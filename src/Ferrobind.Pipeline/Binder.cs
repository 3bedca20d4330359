using System.Collections.Immutable;
using Ferrobind.Build;
using Ferrobind.Diagnostics;
using Ferrobind.Pipeline.Progress;
using Ferrobind.Pipeline.Stages;
using Ferrobind.Plan;

namespace Ferrobind.Pipeline;

/// <summary>The stages in order: find, read, plan, emit, build, install.</summary>
public static class Binder
{
    /// <summary>Binds the crates: builds the library and brings the output directories up to date.</summary>
    /// <exception cref="FerrobindException">With the one message that says what went wrong; nothing was changed.</exception>
    public static async Task<BindOutcome> BindAsync(
        BindRequest request, IRunReporter reporter, CancellationToken cancellation)
    {
        var started = DateTime.UtcNow;
        var clock = new StepClock(reporter);
        var (location, toolchain) = await FindAsync(request, reporter, clock, cancellation).ConfigureAwait(false);
        var outputs = Outputs(location.Request);
        var fingerprint = Fingerprint.Of(ToolVersion.Build, OptionsText.Of(location), toolchain.Identity);
        var stamp = location.Work.StampFor(OptionsText.Of(location));
        if (!request.Force && clock.OwnStep("look for changes", () => fingerprint.IsCurrent(stamp)))
            return new BindOutcome(null, true, outputs, clock.Timings);

        OutputTransaction.CheckOwnership(outputs);
        using var alone = await location.Work.LockAsync(cancellation).ConfigureAwait(false);
        var crates = await CrateReader.ReadAsync(location, toolchain, clock, cancellation).ConfigureAwait(false);
        var bridge = await BridgeBuilder.BuildAsync(location, crates, clock, cancellation).ConfigureAwait(false);
        if (bridge.Plan.Crates.FirstOrDefault(crate => crate.OffersNothing) is { } empty)
            throw ConfigurationFailures.NothingToBind(empty.Package.CrateName);
        var products = await LibraryProducts.MakeAsync(location, bridge, toolchain, clock, cancellation)
            .ConfigureAwait(false);

        clock.OwnStep("write the outputs", () =>
        {
            Fingerprint.Forget(stamp);
            OutputWriter.Write(location.Request, bridge.Plan, products, cancellation);
            return true;
        });
        clock.OwnStep("remember the inputs", () => fingerprint.Write(
            stamp, started,
            CargoInputs.Of(
                crates.Metadata, bridge.Build,
                [location.Cargo.WorkingDirectory, .. location.Crates.Select(crate => crate.Directory).OfType<string>()]),
            outputs.SelectMany(OutputDirectory.GeneratedFiles),
            bridge.Build.BuildScripts.SelectMany(script => script.Variables)));
        return new BindOutcome(bridge.Plan, false, outputs, clock.Timings);
    }

    /// <summary>Reads and plans the crates, and builds nothing.</summary>
    /// <exception cref="FerrobindException">With the one message that says what went wrong.</exception>
    public static async Task<LibraryPlan> InspectAsync(
        BindRequest request, IRunReporter reporter, CancellationToken cancellation)
    {
        var clock = new StepClock(reporter);
        var (location, toolchain) = await FindAsync(request, reporter, clock, cancellation).ConfigureAwait(false);
        using var alone = await location.Work.LockAsync(cancellation).ConfigureAwait(false);
        var crates = await CrateReader.ReadAsync(location, toolchain, clock, cancellation).ConfigureAwait(false);
        return await BridgeBuilder.CheckAsync(location, crates, clock, cancellation).ConfigureAwait(false);
    }

    /// <summary>Builds the libraries as <see cref="BindAsync"/> does, and installs nothing: for what their machine code tells.</summary>
    /// <exception cref="FerrobindException">With the one message that says what went wrong.</exception>
    public static async Task<(LibraryPlan Plan, BuiltLibrary Library)> InspectDirectAsync(
        BindRequest request, IRunReporter reporter, CancellationToken cancellation)
    {
        var clock = new StepClock(reporter);
        var (location, toolchain) = await FindAsync(request, reporter, clock, cancellation).ConfigureAwait(false);
        using var alone = await location.Work.LockAsync(cancellation).ConfigureAwait(false);
        var crates = await CrateReader.ReadAsync(location, toolchain, clock, cancellation).ConfigureAwait(false);
        var bridge = await BridgeBuilder.BuildAsync(location, crates, clock, cancellation).ConfigureAwait(false);
        var products = await LibraryProducts.MakeAsync(location, bridge, toolchain, clock, cancellation).ConfigureAwait(false);
        return (bridge.Plan, products.Library);
    }

    private static async Task<(LibraryLocation Location, Toolchain Toolchain)> FindAsync(
        BindRequest request, IRunReporter reporter, StepClock clock, CancellationToken cancellation)
    {
        var log = new ReporterLog(reporter);
        var location = await clock.QuietToolStep(
            "cargo", "find the crate", () => LibraryLocator.LocateAsync(request, log, cancellation)).ConfigureAwait(false);
        var toolchain = await clock.QuietToolStep(
            "rustc", "identify the toolchain",
            () => Toolchain.IdentifyAsync(location.Cargo.WorkingDirectory, log, cancellation)).ConfigureAwait(false);
        return (location, toolchain);
    }

    private static ImmutableArray<string> Outputs(BindRequest request)
    {
        ImmutableArray<string> outputs =
        [
            .. ((string?[])[request.GoDirectory, request.CSharpDirectory, request.HeaderDirectory])
                .OfType<string>().Select(Path.GetFullPath),
        ];
        return outputs.IsEmpty ? throw ConfigurationFailures.NoOutput() : outputs;
    }
}
