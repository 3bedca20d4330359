using Ferrobind.Pipeline;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Rendering;

/// <summary>
/// How one uses what was bound, in lines to copy. They are shown when an output appears for the first time, and only
/// for outputs of the command line: who has written them down in a ferrobind.toml knows.
/// </summary>
internal sealed class FirstSteps
{
    private readonly string? _go;
    private readonly string? _csharp;

    private FirstSteps(string? go, string? csharp) => (_go, _csharp) = (go, csharp);

    /// <summary>Looks, before the bind, at which outputs are not there yet.</summary>
    public static FirstSteps Before(BindRequest request) => new(New(request.GoDirectory), New(request.CSharpDirectory));

    public void Write(BindOutcome outcome, CliHost host)
    {
        if (outcome.Plan is not { Names: { } names, Crates: var crates })
            return;

        // Absolute paths: the lines are for a project that may be anywhere.
        if (_go is not null)
        {
            host.Error.WriteLine(
                $"""

                To use it from Go, in your module's directory:
                  go mod edit -require {names.GoModule}@v0.0.0 -replace {names.GoModule}={_go}
                and in your code:
                {Lines(crates, crate => $"  import \"{crate.GoImport}\"")}
                """);
        }

        if (_csharp is not null)
        {
            host.Error.WriteLine(
                $"""

                To use it from C#, in your project file:
                  <Import Project="{Path.Combine(_csharp, names.CSharpNamespace)}.targets" />
                and in your code:
                {Lines(crates, crate => $"  using {crate.CSharpNamespace};")}{Shared(names)}
                """);
        }
    }

    // Beside the crates of a bundle is what they share.
    private static string Shared(LibraryNames names) => names.IsBundle ? $"\n  using {names.CSharpNamespace};" : "";

    private static string Lines(IEnumerable<BridgePlan> crates, Func<PackagePlan, string> line) =>
        string.Join('\n', crates.Select(crate => line(crate.Package)));

    private static string? New(string? directory) =>
        directory is null || (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
            ? null
            : directory;
}
