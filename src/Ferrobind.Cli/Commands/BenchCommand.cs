using System.CommandLine;
using Ferrobind.Cli.Rendering;
using Ferrobind.Cli.Reporting;
using Ferrobind.Cli.Running;
using Ferrobind.Cli.Scaffolding;
using Ferrobind.Pipeline;

namespace Ferrobind.Cli.Commands;

/// <summary><c>ferrobind bench</c>: what calls take on this machine, in each language and mode.</summary>
internal static class BenchCommand
{
    public static Command Create(CliHost host)
    {
        var keep = new Option<string?>("--keep") { Description = "A directory for the programs that are measured; it must be empty or not be there", HelpName = "DIR" };
        var command = new ExampleCommand(
            "bench",
            "Measures what calls of Rust take on this machine: from Go and from C#, in each mode. It takes a minute or two.",
            "ferrobind bench")
        {
            keep,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var kept = parsed.GetValue(keep);
            var directory = kept is null ? Directory.CreateTempSubdirectory("ferrobind-bench-").FullName : Path.GetFullPath(kept, host.WorkingDirectory);
            try
            {
                return await MeasureAsync(host, directory, Progress.For(host, GlobalOptions.VerbosityOf(parsed)), cancellation).ConfigureAwait(false);
            }
            finally
            {
                if (kept is null)
                    Directory.Delete(directory, recursive: true);
            }
        });
        return command;
    }

    private static async Task<int> MeasureAsync(CliHost host, string directory, IProgress progress, CancellationToken cancellation)
    {
        TemplateFiles.Write(TemplateFiles.Of("Bench"), directory);
        var request = new BindRequest
        {
            Crates = [new PathCrate(directory)],
            WorkingDirectory = directory,
            GoDirectory = Path.Combine(directory, "bindings", "go"),
            CSharpDirectory = Path.Combine(directory, "bindings", "csharp"),
        };
        await progress.ShowAsync(reporter => host.Pipeline.BindAsync(request, reporter, cancellation)).ConfigureAwait(false);
        var (plan, library) = await progress.ShowAsync(reporter => host.Pipeline.InspectDirectAsync(request, reporter, cancellation)).ConfigureAwait(false);
        var direct = plan.Crates.SelectMany(c => c.Exports).Where(e => library.Proven(e) is not null).Select(e => e.RustPath).ToHashSet(StringComparer.Ordinal);

        var missing = new List<string>();
        var measured = new List<(string, IReadOnlyDictionary<(string, string), double>)>();
        foreach (var group in Measurement.All(directory).GroupBy(m => m.Builder))
        {
            if (group.Key.Find() is null)
            {
                missing.Add($"{group.Key.Name} is missing. {group.Key.HowToGet.Split('\n')[0]}");
                continue;
            }

            foreach (var measurement in group)
            {
                var times = await progress.ShowAsync(reporter => measurement.RunAsync(reporter, cancellation)).ConfigureAwait(false);
                if (times is null)
                    missing.Add($"{measurement.Title}: its program does not build here; --keep DIR leaves it for you to try.");
                else
                    measured.Add((measurement.Title, times));
            }
        }

        if (measured.Count > 0)
            BenchTable.Write(measured, call => direct.Contains("calls::" + call), host);
        foreach (var line in missing)
            host.Error.WriteLine(line);
        return ExitCodes.Ok;
    }
}
