using System.CommandLine;
using Ferrobind.Cli.Reporting;
using Ferrobind.Cli.Running;
using Ferrobind.Pipeline;

namespace Ferrobind.Cli.Commands;

/// <summary><c>ferrobind run</c>: binds a project's crate, then builds and runs its programs.</summary>
internal static class RunCommand
{
    public static Command Create(CliHost host)
    {
        var language = new Argument<string?>("PROGRAM")
        {
            Description = "go or csharp; without it, both, one after the other",
            Arity = ArgumentArity.ZeroOrOne,
        };
        language.AcceptOnlyFromAmong("go", "csharp");
        var link = LinkOption.Create("How the programs are linked; the default is what ferrobind.toml says, or dynamic");
        var command = new ExampleCommand(
            "run",
            "Builds and runs the programs of a project that `ferrobind new` made. Its exit code is the program's.",
            "ferrobind run go --link static")
        {
            language,
            link,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var project = Project.Find(host.WorkingDirectory);
            var programs = project.Programs(parsed.GetValue(language), LinkOption.ModeOf(parsed, link));
            var progress = Progress.For(host, GlobalOptions.VerbosityOf(parsed));
            var request = new BindRequest
            {
                Crates = [new PathCrate(project.Directory)],
                WorkingDirectory = project.Directory,
            };
            await progress.ShowAsync(reporter => host.Pipeline.BindAsync(request, reporter, cancellation))
                .ConfigureAwait(false);
            foreach (var program in programs)
            {
                var exitCode = await program.RunAsync(progress, cancellation).ConfigureAwait(false);
                if (exitCode != ExitCodes.Ok)
                    return exitCode;
            }

            return ExitCodes.Ok;
        });
        return command;
    }
}
