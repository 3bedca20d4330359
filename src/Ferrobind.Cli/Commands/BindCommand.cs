using System.CommandLine;
using Ferrobind.Cli.Rendering;
using Ferrobind.Cli.Reporting;

namespace Ferrobind.Cli.Commands;

/// <summary><c>ferrobind bind</c>: the Go module, the C# project and the library of one or several crates.</summary>
internal static class BindCommand
{
    private const string Notes =
        """
        Without --go, --csharp and --header, and without outputs in the crate's ferrobind.toml, they go to bindings/go and
        bindings/csharp: in the crate's directory, or in the current one for a crate of the registry and for several crates.
        """;

    public static Command Create(CliHost host)
    {
        var crate = new CrateOptions();
        var go = Directory("--go", "Where the Go module goes");
        var csharp = Directory("--csharp", "Where the C# project goes");
        var header = Directory("--header", "Where the C header and the libraries go");
        var link = LinkOption.Create("The link mode of programs that do not choose one; the default is dynamic");
        var force = new Option<bool>("--force") { Description = "Do all the work, even where nothing changed" };
        var timings = new Option<bool>("--timings") { Description = "Show what took how long" };
        var command = new ExampleCommand(
            "bind", "Makes a Go module and a C# project that call a Rust library crate, or several.",
            "ferrobind bind strsim --go bindings/go", Notes)
        {
            go, csharp, header, link,
        };
        crate.AddTo(command);
        command.Add(force);
        command.Add(timings);

        command.SetAction(async (parsed, cancellation) =>
        {
            var request = DefaultOutputs.Fill(crate.Request(parsed, host.WorkingDirectory) with
            {
                GoDirectory = Full(parsed, go),
                CSharpDirectory = Full(parsed, csharp),
                HeaderDirectory = Full(parsed, header),
                Link = LinkOption.ModeOf(parsed, link),
                Force = parsed.GetValue(force),
            });
            var verbosity = GlobalOptions.VerbosityOf(parsed);
            var firstSteps = FirstSteps.Before(request);
            var outcome = await Progress.For(host, verbosity)
                .ShowAsync(reporter => host.Pipeline.BindAsync(request, reporter, cancellation)).ConfigureAwait(false);
            if (verbosity is not Verbosity.Quiet)
            {
                BindSummary.Write(outcome, host);
                firstSteps.Write(outcome, host);
            }

            if (parsed.GetValue(timings))
                TimingsTable.Write(outcome.Timings, host);
            return ExitCodes.Ok;
        });
        return command;

        string? Full(ParseResult parsed, Option<string?> option) =>
            parsed.GetValue(option) is { } directory ? Path.GetFullPath(directory, host.WorkingDirectory) : null;
    }

    private static Option<string?> Directory(string name, string description) =>
        new(name) { Description = description, HelpName = "DIR" };
}
