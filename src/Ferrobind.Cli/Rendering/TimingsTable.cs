using System.Globalization;
using Ferrobind.Cli.Reporting;
using Ferrobind.Pipeline.Progress;

namespace Ferrobind.Cli.Rendering;

/// <summary>What took how long, and how much of it was Ferrobind's own work.</summary>
internal static class TimingsTable
{
    public static void Write(Timings timings, CliHost host)
    {
        var table = Tables.Create("Step", "By", "Time");
        table.Columns[2].Alignment = Spectre.Console.Justify.Right;
        foreach (var step in timings.Steps)
            table.AddTexts(step.Title, step.Tool ?? "ferrobind", Milliseconds(step.Elapsed));
        table.AddTexts("Total", "", Milliseconds(timings.Total));
        var share = timings.Total > TimeSpan.Zero ? timings.Own / timings.Total : 0;
        table.AddTexts("Ferrobind's own", share.ToString("0.0 %", CultureInfo.InvariantCulture), Milliseconds(timings.Own));
        host.Error.WriteLine();
        Consoles.WriteError(host, table);
    }

    private static string Milliseconds(TimeSpan time) =>
        time.TotalMilliseconds.ToString("#,0.0 ms", CultureInfo.InvariantCulture);
}
