using Ferrobind.Build;
using Ferrobind.Cli.Reporting;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Running;

/// <summary>
/// The Go program: built into cargo's target directory, which nobody commits, and run. (<c>go run</c> would do both,
/// but turns every exit code into 1.)
/// </summary>
/// <param name="Project">The project's directory.</param>
/// <param name="Link">How it is linked; null for what the bindings choose.</param>
internal sealed record GoProgram(string Project, LinkMode? Link) : IProgram
{
    private string Sources => Path.Combine(Project, "go");

    private string Executable =>
        Path.Combine(Project, "target", "ferrobind", OperatingSystem.IsWindows() ? "go-program.exe" : "go-program");

    public IReadOnlyList<string> BuildArguments => Link switch
    {
        LinkMode.Static => ["build", "-o", Executable, "-tags", "ferrobind_static", "."],
        LinkMode.Dynamic => ["build", "-o", Executable, "-tags", "ferrobind_dynamic", "."],
        _ => ["build", "-o", Executable, "."],
    };

    public async Task<int> RunAsync(IProgress progress, CancellationToken cancellation)
    {
        var built = await Foreground.RunAsync(KnownPrograms.Go, BuildArguments, Sources, cancellation).ConfigureAwait(false);
        return built == ExitCodes.Ok
            ? await Foreground.RunAsync(Executable, [], Sources, cancellation).ConfigureAwait(false)
            : built;
    }
}
