using Ferrobind.Diagnostics;

namespace Ferrobind.Cli;

/// <summary>The exit codes, as docs/cli.md and the help have them. <c>run</c> passes on those of the program it runs.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int OutputRefused = 3;
    public const int ToolMissing = 4;
    public const int Interrupted = 130;

    /// <summary>The exit code of a message; its number says what kind of failure it is.</summary>
    public static int Of(Diagnostic diagnostic) => int.Parse(diagnostic.Code.AsSpan(2)) switch
    {
        57 => Failed, // the crate has nothing that crosses: no fault of the command line
        < 70 => Usage,
        >= 300 and < 400 => OutputRefused,
        >= 400 and < 500 => ToolMissing,
        _ => Failed,
    };
}
