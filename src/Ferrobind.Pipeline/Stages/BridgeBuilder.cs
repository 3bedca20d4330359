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

            var blamed = Blame(build.Errors, bridge, location.Work).Where(b => !refused.ContainsKey(b.Key)).ToArray();
            if (blamed.Length == 0)
                throw build.Failure();
            var again = blamed.Select(b => b.Key)
                .Where(key => plan.Crates.Any(crate => crate.Exports.Any(e => e.Symbol == key && crate.HasAlternative(e))
                    || crate.Handles.Any(h => h.Key == key && BridgePlan.HasAlternative(h)))).ToArray();
            retried = retried.Union(again);
            refused = refused.AddRange(blamed.Where(b => !again.Contains(b.Key)));
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

    // Each error is blamed on the export, or the type, in whose lines it lies; the first message stands for all. One in a macro of
    // the support code's lies where the macro is used, too; and one that has no other place, where it points to besides.
    private static IEnumerable<KeyValuePair<string, string>> Blame(
        IEnumerable<CompilerMessage> errors, RustBridge bridge, WorkDirectory work)
    {
        var spans = Spans(bridge).ToArray();
        return from error in errors
               let key = error.Spans.OrderByDescending(place => place.IsPrimary)
                   .SelectMany(place => spans.Where(span => Path.Combine(work.Bridge, span.File) == place.File
                       && span.First <= place.FirstLine && place.FirstLine <= span.Last))
                   .Select(span => span.Key)
                   .FirstOrDefault()
               where key is not null
               group error.Code is { } code ? $"{error.Text} ({code})" : error.Text by key into messages
               select KeyValuePair.Create(messages.Key, messages.First());
    }

    private static IEnumerable<(string Key, string File, int First, int Last)> Spans(RustBridge bridge) =>
        bridge.TypeSpans.Select(span => (span.Key, span.File, span.FirstLine, span.LastLine))
            .Concat(bridge.Spans.Select(span => (span.Symbol, span.File, span.FirstLine, span.LastLine)));
}
