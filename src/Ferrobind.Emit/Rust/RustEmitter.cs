using System.Collections.Immutable;
using Ferrobind.Emit.Rust.Types;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust;

/// <summary>
/// Writes the bridge: the Rust crate that depends on those that are bound, and exports the plan's C ABI. It is as
/// rustfmt would have it.
/// </summary>
public static class RustEmitter
{
    private static readonly ImmutableArray<string> Runtime =
    [
        "abi.rs", "call.rs", "closure.rs", "direct.rs", "element.rs", "failure.rs", "frame.rs", "hash.rs", "in_place.rs", "intern.rs", "kept.rs", "lower.rs", "memory.rs", "mirror.rs",
        "mod.rs", "objects/accept.rs", "objects/acquire.rs", "objects/cell.rs", "objects/desk.rs", "objects/dyn_object.rs", "objects/give.rs", "objects/handles.rs", "objects/keeper.rs", "objects/lease.rs",
        "objects/mod.rs", "objects/object.rs", "objects/own.rs", "objects/owners.rs", "objects/pool.rs", "objects/release.rs", "objects/scope.rs",
        "objects/sequence.rs", "objects/state.rs", "objects/taken.rs", "objects/threads.rs", "panics.rs", "place.rs", "records.rs", "refusal.rs", "seal.rs", "utf8.rs", "variant.rs", "wire/choices.rs", "wire/lists.rs", "wire/maps.rs", "wire/mod.rs",
        "wire/net.rs", "wire/pointers.rs", "wire/problem.rs", "wire/ranges.rs", "wire/reader.rs", "wire/scalars.rs", "wire/short.rs",
        "wire/text.rs", "wire/time.rs", "wire/tuples.rs", "wire/writer.rs",
    ];

    private static readonly ImmutableArray<string> Json = ["json/mod.rs", "json/read.rs", "json/serialise.rs", "json/value.rs", "json/write.rs"];

    /// <param name="dependencies">How cargo finds the plan's crates, and the others that the bridge needs.</param>
    public static RustBridge Emit(LibraryPlan plan, params ReadOnlySpan<CrateDependency> dependencies)
    {
        var exports = plan.Crates.Select(ExportsFile.Emit).ToArray();
        var direct = plan.Crates.Where(crate => crate.HasDirectTwins).Select(DirectFile.Emit).ToArray();
        var types = Enumerable.Range(0, plan.Crates.Length).Where(crate => HasTypes(plan.Crates[crate]))
            .Select(crate => TypesFile.Emit(plan, crate)).ToArray();
        var runtime = Runtime.Select(name =>
            new GeneratedFile($"src/runtime/{name}", RuntimeSource.Read($"Rust/Runtime/{name}")));
        var json = plan.SerdeCrate is null ? [] : Json.Select(name => new GeneratedFile($"src/{name}", RuntimeSource.Read($"Rust/Runtime/{name}")));
        return new RustBridge(
            [
                CargoManifest.Emit(plan.Names.LibraryName, dependencies), .. LibraryFile.Emit(plan), .. json, .. exports.Select(e => e.File),
                .. direct.Select(d => d.File), .. runtime, .. types.Select(t => t.File),
            ],
            [.. exports.SelectMany(e => e.Spans), .. direct.SelectMany(d => d.Spans)], [.. types.SelectMany(t => t.Spans)]);
    }

    /// <summary>Whether a crate has types that cross.</summary>
    internal static bool HasTypes(BridgePlan plan) => !plan.Types.IsEmpty || !plan.Handles.IsEmpty;
}
