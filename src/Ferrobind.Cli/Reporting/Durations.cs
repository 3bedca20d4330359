using System.Globalization;

namespace Ferrobind.Cli.Reporting;

/// <summary>Times as they are shown: in seconds, to the hundredth.</summary>
internal static class Durations
{
    public static string Text(TimeSpan time) => time.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture);
}
