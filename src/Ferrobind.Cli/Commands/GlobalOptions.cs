using System.CommandLine;
using Ferrobind.Cli.Reporting;

namespace Ferrobind.Cli.Commands;

/// <summary>The options that every command has.</summary>
internal static class GlobalOptions
{
    private static readonly Option<bool> Verbose = new("--verbose", "-v")
    {
        Description = "Show what cargo and the other tools print, as it comes",
        Recursive = true,
    };

    private static readonly Option<bool> Quiet = new("--quiet", "-q")
    {
        Description = "Say nothing but errors",
        Recursive = true,
    };

    public static void AddTo(RootCommand root)
    {
        root.Add(Verbose);
        root.Add(Quiet);
    }

    /// <summary>How much is told; the quieter one wins where both are given.</summary>
    public static Verbosity VerbosityOf(ParseResult parsed) =>
        parsed.GetValue(Quiet) ? Verbosity.Quiet
        : parsed.GetValue(Verbose) ? Verbosity.Verbose
        : Verbosity.Normal;
}
