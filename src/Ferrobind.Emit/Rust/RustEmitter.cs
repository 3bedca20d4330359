using System.Collections.Immutable;
using Ferrobind.Emit.Rust.Types;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust;

/// <summary>
/// Writes the bridge: the Rust crate that depends on the one that is bound, and exports the plan's C ABI. It is as
/// rustfmt would have it.
/// </summary>
public static class RustEmitter
{
    private static readonly ImmutableArray<string> Runtime =
    [
        "abi.rs", "call.rs", "direct.rs", "element.rs", "failure.rs", "frame.rs", "hash.rs", "in_place.rs", "lower.rs", "memory.rs", "mirror.rs",
        "mod.rs", "objects/cell.rs", "objects/give.rs", "objects/handles.rs", "objects/keeper.rs", "objects/lease.rs",
        "objects/mod.rs", "objects/object.rs", "objects/owners.rs", "objects/pool.rs", "objects/release.rs",
        "objects/sequence.rs", "objects/state.rs", "objects/threads.rs", "panics.rs", "records.rs", "refusal.rs", "seal.rs", "wire/choices.rs", "wire/lists.rs", "wire/maps.rs", "wire/mod.rs",
        "wire/net.rs", "wire/pointers.rs", "wire/problem.rs", "wire/ranges.rs", "wire/reader.rs", "wire/scalars.rs",
        "wire/text.rs", "wire/time.rs", "wire/tuples.rs", "wire/writer.rs",
    ];

    public static RustBridge Emit(BridgePlan plan, CrateDependency dependency)
    {
        var (exports, spans) = ExportsFile.Emit(plan);
        var direct = DirectFile.Emit(plan);
        var (types, typeSpans) = TypesFile.Emit(plan);
        var runtime = Runtime.Select(name =>
            new GeneratedFile($"src/runtime/{name}", RuntimeSource.Read($"Rust/Runtime/{name}")));
        return new RustBridge(
            [
                CargoManifest.Emit(plan.Package.LibraryName, dependency), LibraryFile.Emit(plan), exports, .. direct.Files, .. runtime,
                .. plan.Types.IsEmpty && plan.Handles.IsEmpty ? [] : ImmutableArray.Create(types),
            ],
            [.. spans, .. direct.Spans], typeSpans);
    }
}
