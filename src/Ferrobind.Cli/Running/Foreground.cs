using System.ComponentModel;
using System.Diagnostics;
using Ferrobind.Build;
using Ferrobind.Diagnostics;

namespace Ferrobind.Cli.Running;

/// <summary>Runs a program with Ferrobind's own input, output and error stream: it has the terminal to itself.</summary>
internal static class Foreground
{
    // A program in the terminal gets the Ctrl-C that Ferrobind gets, and may have something to put in order.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <exception cref="FerrobindException">The tool is missing.</exception>
    public static Task<int> RunAsync(
        ProgramInfo program, IReadOnlyList<string> arguments, string directory, CancellationToken cancellation) =>
        program.Find() is { } executable
            ? RunAsync(executable, arguments, directory, cancellation)
            : throw ToolchainFailures.Missing(program.Name, program.NeededFor, program.HowToGet);

    /// <exception cref="FerrobindException">The file cannot be run.</exception>
    public static async Task<int> RunAsync(
        string executable, IReadOnlyList<string> arguments, string directory, CancellationToken cancellation)
    {
        using var process = Start(executable, arguments, directory);
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            using var patience = new CancellationTokenSource(Grace);
            try
            {
                await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }

            return ExitCodes.Interrupted;
        }
    }

    private static Process Start(string executable, IReadOnlyList<string> arguments, string directory)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(executable, arguments) { WorkingDirectory = directory })!;
        }
        catch (Win32Exception e)
        {
            throw ToolchainFailures.CannotRun(executable, e.Message, e);
        }
    }
}
