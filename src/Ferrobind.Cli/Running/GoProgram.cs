using Ferrobind.Build;
using Ferrobind.Cli.Reporting;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Running;

/// <summary>The Go program: <c>go run .</c> in its directory.</summary>
/// <param name="Link">How it is linked; null for what the bindings choose.</param>
internal sealed record GoProgram(string Directory, LinkMode? Link) : IProgram
{
    public Task<int> RunAsync(IProgress progress, CancellationToken cancellation) =>
        Foreground.RunAsync(KnownPrograms.Go, Arguments, Directory, cancellation);

    public IReadOnlyList<string> Arguments => Link switch
    {
        LinkMode.Static => ["run", "-tags", "ferrobind_static", "."],
        LinkMode.Dynamic => ["run", "-tags", "ferrobind_dynamic", "."],
        _ => ["run", "."],
    };
}
