using System.Collections.Immutable;
using Ferrobind.Build;
using Ferrobind.Emit.Rust;
using Ferrobind.Pipeline.Progress;
using Ferrobind.Plan;
using Ferrobind.Planning;

namespace Ferrobind.Pipeline.Stages;

/// <summary>A bridge that was built, and the plan that it is built from.</summary>
internal sealed record BuiltBridge(LibraryPlan Plan, BridgeBuild Build);

/// <summary>
/// Plans, emits and builds until the compiler agrees: an export that does not type-check is dropped, with the
/// compiler's message as its reason. The compiler reports in phases, so there may be a few rounds.
/// </summary>
internal static class BridgeBuilder
{
    /// <summary>Builds the libraries.</summary>
    public static async Task<BuiltBridge> BuildAsync(
        LibraryLocation location, ReadCrates crates, StepClock clock, CancellationToken cancellation)
    {
        var (cargo, work) = (location.Cargo, location.Work);
        return await UntilAccepted(
            location, crates, clock, "Building the library",
            plan => cargo.BuildAsync(work.Manifest, work.CargoTarget, $"lib{plan.Names.LibraryName}.so", cancellation))
            .ConfigureAwait(false);
    }

    /// <summary>Has the compiler judge the plan, and builds nothing.</summary>
    public static async Task<LibraryPlan> CheckAsync(
        LibraryLocation location, ReadCrates crates, StepClock clock, CancellationToken cancellation)
    {
        var (cargo, work) = (location.Cargo, location.Work);
        var bridge = await UntilAccepted(
            location, crates, clock, "Checking the bridge",
            _ => cargo.CheckAsync(work.Manifest, work.CargoTarget, cancellation)).ConfigureAwait(false);
        return bridge.Plan;
    }

    private static async Task<BuiltBridge> UntilAccepted(
        LibraryLocation location, ReadCrates crates, StepClock clock, string title, Func<LibraryPlan, Task<BridgeBuild>> compile)
    {
        var refused = ImmutableDictionary<string, string>.Empty;
        var retried = ImmutableHashSet<string>.Empty;
        while (true)
        {
            var plan = clock.OwnStep("plan", () => Plan(location, crates, refused, retried));
            var bridge = clock.OwnStep("emit the bridge", () => Write(location, plan, crates));
            var build = await clock.ToolStep(
                "cargo", refused.IsEmpty ? title : $"{title} without {refused.Count} refused", () => compile(plan),
                _ => null).ConfigureAwait(false);
            if (build.Succeeded)
                return new BuiltBridge(plan, build);

            var blamed = Blame.Of(build.Errors, bridge, location.Work.Bridge).Where(b => !refused.ContainsKey(b.Key)).ToArray();
            if (blamed.Length == 0)
                throw build.Failure();
            var withAlternative = plan.Crates.SelectMany(crate => crate.Exports.Where(crate.HasAlternative).Select(e => e.Symbol)
                .Concat(crate.Handles.Where(BridgePlan.HasAlternative).Select(h => h.Key))).ToHashSet(StringComparer.Ordinal);
            var again = blamed.Where(b => b.MayBeOfLifetimes && withAlternative.Contains(b.Key)).Select(b => b.Key).ToHashSet(StringComparer.Ordinal);
            retried = retried.Union(again);
            refused = refused.AddRange(blamed.Where(b => !again.Contains(b.Key)).Select(b => KeyValuePair.Create(b.Key, b.Message)));
        }
    }

    private static LibraryPlan Plan(
        LibraryLocation location, ReadCrates crates, ImmutableDictionary<string, string> refused, ImmutableHashSet<string> retried)
    {
        var request = location.Request;
        return LibraryPlanner.Plan(
            [.. crates.Apis.Zip(location.Crates, (api, crate) => (api, new PlanOptions
            {
                CrateName = crate.Name,
                Skip = crate.Settings.Skip,
                Instantiate = crate.Settings.Instantiate,
                // A symbol is never a type's key, which has a path in it; and both say whose they are.
                Refused = refused,
                Retried = retried,
                RefusedTypes = refused,
            }))],
            new LibraryOptions
            {
                Bundle = request.IsBundle ? location.Name : null,
                GoModule = request.GoModule,
                CSharpNamespace = request.CSharpNamespace,
                Instantiate = request.IsBundle ? request.Instantiate : [],
            });
    }

    private static RustBridge Write(LibraryLocation location, LibraryPlan plan, ReadCrates crates)
    {
        var bridge = RustEmitter.Emit(plan, crates.DependenciesWith(plan.SerdeCrate));
        foreach (var file in bridge.Files)
            location.Work.Write(file.Path, file.Text);
        return bridge;
    }
}
