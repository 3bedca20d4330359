using System.CommandLine;
using System.CommandLine.Help;
using Ferrobind.Cli.Commands;
using Ferrobind.Cli.Rendering;
using Ferrobind.Diagnostics;

namespace Ferrobind.Cli;

/// <summary>The command line as a whole: the commands, and what becomes of their failures.</summary>
internal static class FerrobindCommand
{
    /// <summary>Parses and runs a command line. Everything that goes wrong is one message and an exit code.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, CliHost host, CancellationToken cancellation)
    {
        try
        {
            var parsed = Create(host).Parse(arguments.Count == 0 ? ["--help"] : arguments);
            if (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true })
                throw UsageFailures.CommandLine(Message(parsed), Name(parsed.CommandResult.Command));

            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = host.Out,
                    Error = host.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null, // Interruption sees to it
                },
                cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            host.Error.WriteLine("interrupted; nothing was changed");
            return ExitCodes.Interrupted;
        }
        catch (FerrobindException failure)
        {
            DiagnosticRenderer.Write(failure.Diagnostic, host);
            return ExitCodes.Of(failure.Diagnostic);
        }
#pragma warning disable CA1031 // The last resort: a defect has a number, too, and says where to report it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var defect = UsageFailures.Defect(exception);
            DiagnosticRenderer.Write(defect, host);
            return ExitCodes.Of(defect);
        }
    }

    /// <summary>The root command with all others.</summary>
    public static RootCommand Create(CliHost host)
    {
        var root = new RootCommand("Calls Rust from Go and from C#: binds a Rust library crate, unmodified.")
        {
            NewCommand.Create(host),
            BindCommand.Create(host),
            InspectCommand.Create(host),
            RunCommand.Create(host),
            BenchCommand.Create(host),
            DoctorCommand.Create(host),
        };
        GlobalOptions.AddTo(root);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    // The last error is the most particular: the first may only say that a command is lacking.
    private static string Message(ParseResult parsed) =>
        string.Join(' ', parsed.Errors[^1].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Name(Command command) =>
        command is ExampleCommand ? $"ferrobind {command.Name}" : "ferrobind";
}
