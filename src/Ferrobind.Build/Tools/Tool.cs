using System.ComponentModel;
using System.Text;
using CliWrap;
using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>Runs a program and keeps what it prints. A program that is missing is a numbered message.</summary>
/// <param name="Program">Which one, with what it is for and how to get it.</param>
/// <param name="WorkingDirectory">Where it runs. Cargo finds its configuration and toolchain from there.</param>
/// <param name="Log">Told about the command, and what it prints on the error stream.</param>
public sealed record Tool(ProgramInfo Program, string WorkingDirectory, IToolLog Log)
{
    /// <summary>Added to the environment; a null value removes the variable.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Called for each line of the standard output, as it comes.</summary>
    public Action<string>? OnOutput { get; init; }

    /// <exception cref="FerrobindException">The program cannot be started. An exit code other than 0 does not
    /// throw.</exception>
    public async Task<ToolResult> RunAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var all = arguments.ToArray();
        Log.Command($"{Program.Name} {string.Join(' ', all.Select(Quoted))}");
        var output = new StringBuilder();
        var error = new StringBuilder();
        var command = Cli.Wrap(Program.Executable)
            .WithArguments(all)
            .WithWorkingDirectory(WorkingDirectory)
            .WithEnvironmentVariables(Environment)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line =>
            {
                output.Append(line).Append('\n');
                OnOutput?.Invoke(line);
            }))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(line =>
            {
                error.Append(line).Append('\n');
                Log.Line(line);
            }));
        try
        {
            // Cargo unlocks and cleans up when interrupted; what ignores that is killed.
            using var kill = new CancellationTokenSource();
            await using var _ = cancellation.Register(() => kill.CancelAfter(TimeSpan.FromSeconds(3)));
            var result = await command.ExecuteAsync(kill.Token, cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            return new ToolResult(result.ExitCode, output.ToString(), error.ToString());
        }
        catch (Win32Exception e) when (e.NativeErrorCode == FileNotFound && Directory.Exists(WorkingDirectory))
        {
            throw ToolchainFailures.Missing(Program.Name, Program.NeededFor, Program.HowToGet);
        }
        catch (Win32Exception e)
        {
            throw ToolchainFailures.CannotRun(Program.Name, e.Message, e);
        }
    }

    private const int FileNotFound = 2; // ENOENT, and the same number on Windows

    private static string Quoted(string argument) => argument.Length > 0 && !argument.Contains(' ') ? argument : $"'{argument}'";
}

/// <param name="Output">The standard output, whole.</param>
/// <param name="Error">The error stream, whole.</param>
public sealed record ToolResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>All that it printed, as one text to show.</summary>
    public string Text => $"{Error}{Output}".TrimEnd();
}
