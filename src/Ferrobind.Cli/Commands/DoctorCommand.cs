using System.CommandLine;
using Ferrobind.Build;
using Ferrobind.Cli.Rendering;

namespace Ferrobind.Cli.Commands;

/// <summary><c>ferrobind doctor</c>: the tools that are there, and how to get those that are not.</summary>
internal static class DoctorCommand
{
    public static Command Create(CliHost host)
    {
        var command = new ExampleCommand(
            "doctor",
            "Shows the tools that are found, what each is for, and how to get what is missing.",
            "ferrobind doctor",
            "The exit code is 1 if one is missing that Ferrobind cannot do without.");
        command.SetAction(async (_, cancellation) =>
        {
            var found = await Doctor.ExamineAsync(host.WorkingDirectory, cancellation).ConfigureAwait(false);
            DoctorTable.Write(found, host);
            return found.All(p => p.Works || !p.Program.Required) ? ExitCodes.Ok : ExitCodes.Failed;
        });
        return command;
    }
}
