using System.CommandLine;
using Ferrobind.Cli.Reporting;
using Ferrobind.Cli.Scaffolding;

namespace Ferrobind.Cli.Commands;

/// <summary><c>ferrobind new</c>: a Rust library, and a Go and a C# program that call it.</summary>
internal static class NewCommand
{
    public static Command Create(CliHost host)
    {
        var name = new Argument<string>("NAME") { Description = "The project: its directory, and the name of the Rust crate" };
        var command = new ExampleCommand(
            "new",
            "Makes a directory with a Rust library, and a Go program and a C# program that call it.",
            "ferrobind new demo && cd demo && ferrobind run")
        {
            name,
        };
        command.SetAction(parsed =>
        {
            var project = ProjectName.Parse(parsed.GetRequiredValue(name));
            NewProject.Create(project, Path.Combine(host.WorkingDirectory, project.Crate));
            if (GlobalOptions.VerbosityOf(parsed) is not Verbosity.Quiet)
            {
                host.Error.WriteLine(
                    $"""
                    Made {project.Crate}: a Rust library (src/lib.rs), and programs that call it (go/main.go, csharp/Program.cs).

                      cd {project.Crate}
                      ferrobind run
                    """);
            }

            return ExitCodes.Ok;
        });
        return command;
    }
}
