using Ferrobind.Diagnostics;
using Ferrobind.Plan;

namespace Ferrobind.Pipeline.Stages;

/// <summary>The platforms that libraries are built for.</summary>
internal static class Platforms
{
    private static readonly Platform[] Known =
    [
        new("x86_64-unknown-linux-gnu", "linux", "amd64", "linux-x64"),
        new("aarch64-unknown-linux-gnu", "linux", "arm64", "linux-arm64"),
    ];

    public static Platform Of(string rustTarget) =>
        Known.FirstOrDefault(platform => platform.RustTarget == rustTarget)
        ?? throw ConfigurationFailures.UnknownPlatform(rustTarget, Known.Select(platform => platform.RustTarget));
}
