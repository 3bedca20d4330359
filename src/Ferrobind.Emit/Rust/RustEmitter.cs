using System.Collections.Immutable;
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
        "abi.rs", "call.rs", "element.rs", "failure.rs", "frame.rs", "lower.rs", "memory.rs", "mod.rs", "panics.rs",
        "refusal.rs",
    ];

    public static RustBridge Emit(BridgePlan plan, CrateDependency dependency)
    {
        var (exports, spans) = ExportsFile.Emit(plan);
        var runtime = Runtime.Select(name =>
            new GeneratedFile($"src/runtime/{name}", RuntimeSource.Read($"Rust/Runtime/{name}")));
        return new RustBridge(
            [CargoManifest.Emit(plan.Package.LibraryName, dependency), LibraryFile.Emit(plan), exports, .. runtime], spans);
    }
}
