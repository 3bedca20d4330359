using System.CommandLine;
using Ferrobind.Cli.Json;
using Ferrobind.Cli.Rendering;
using Ferrobind.Cli.Reporting;

namespace Ferrobind.Cli.Commands;

/// <summary><c>ferrobind inspect</c>: every public item of crates, and how it crosses or why not.</summary>
internal static class InspectCommand
{
    public static Command Create(CliHost host)
    {
        var crate = new CrateOptions();
        var json = new Option<bool>("--json") { Description = "Print JSON, for a script: docs/inspect-json.md describes it" };
        var direct = new Option<bool>("--direct")
        {
            Description = "Build the library, and list what its machine code proves: which exports may be called directly, or why not",
        };
        var command = new ExampleCommand(
            "inspect",
            "Lists every public item of a crate, or several: how it crosses to Go and C#, or why not.",
            "ferrobind inspect strsim --json | jq -r '.items[] | select(.status == \"skipped\") | .path'");
        crate.AddTo(command);
        command.Add(json);
        command.Add(direct);

        command.SetAction(async (parsed, cancellation) =>
        {
            var request = crate.Request(parsed, host.WorkingDirectory);
            if (parsed.GetValue(direct))
            {
                var (built, library) = await Progress.For(host, GlobalOptions.VerbosityOf(parsed))
                    .ShowAsync(reporter => host.Pipeline.InspectDirectAsync(request, reporter, cancellation)).ConfigureAwait(false);
                if (parsed.GetValue(json))
                    InspectJson.WriteDirect(built, library, host.Out);
                else
                    DirectTable.Write(built, library, host);
                return ExitCodes.Ok;
            }

            var plan = await Progress.For(host, GlobalOptions.VerbosityOf(parsed))
                .ShowAsync(reporter => host.Pipeline.InspectAsync(request, reporter, cancellation)).ConfigureAwait(false);
            if (parsed.GetValue(json))
                InspectJson.Write(plan, host.Out);
            else
                InspectTable.Write(plan, host);
            return ExitCodes.Ok;
        });
        return command;
    }
}
