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
        "abi.rs", "call.rs", "element.rs", "failure.rs", "frame.rs", "in_place.rs", "lower.rs", "memory.rs", "mirror.rs",
        "mod.rs", "panics.rs", "records.rs", "refusal.rs", "wire/choices.rs", "wire/lists.rs", "wire/maps.rs", "wire/mod.rs",
        "wire/net.rs", "wire/pointers.rs", "wire/problem.rs", "wire/ranges.rs", "wire/reader.rs", "wire/scalars.rs",
        "wire/text.rs", "wire/time.rs", "wire/tuples.rs", "wire/writer.rs",
    ];

    public static RustBridge Emit(BridgePlan plan, CrateDependency dependency)
    {
        var (exports, spans) = ExportsFile.Emit(plan);
        var (types, typeSpans) = TypesFile.Emit(plan);
        var runtime = Runtime.Select(name =>
            new GeneratedFile($"src/runtime/{name}", RuntimeSource.Read($"Rust/Runtime/{name}")));
        return new RustBridge(
            [
                CargoManifest.Emit(plan.Package.LibraryName, dependency), LibraryFile.Emit(plan), exports, .. runtime,
                .. plan.Types.IsEmpty ? [] : ImmutableArray.Create(types),
            ],
            spans, typeSpans);
    }
}
