using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>The Rust toolchain that a directory uses.</summary>
/// <param name="Version">Such as <c>1.95.0</c>.</param>
/// <param name="Host">The target triple that is built for unless another is asked for:
/// <c>x86_64-unknown-linux-gnu</c>.</param>
/// <param name="Identity">All that rustc says about itself; two equal ones generate the same code.</param>
public sealed record Toolchain(string Version, string Host, string Identity)
{
    /// <summary>
    /// Asks rustc: the one that rustup chooses for <paramref name="workingDirectory"/>, or <c>RUSTC</c>.
    /// </summary>
    public static async Task<Toolchain> IdentifyAsync(
        string workingDirectory, IToolLog log, CancellationToken cancellation)
    {
        var result = await new Tool(KnownPrograms.Rustc, workingDirectory, log)
            .RunAsync(["-vV"], cancellation).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            throw ToolchainFailures.RustNotInstalled(result.Text);
        }

        string Field(string name) => result.Output.Split('\n')
            .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim() ?? "";
        return new Toolchain(Field("release: "), Field("host: "), result.Output.Trim());
    }
}
