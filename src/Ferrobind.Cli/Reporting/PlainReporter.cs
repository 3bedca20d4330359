using System.Diagnostics;
using Ferrobind.Pipeline.Progress;

namespace Ferrobind.Cli.Reporting;

/// <summary>Lines as they come, for logs and for <c>--verbose</c>.</summary>
/// <param name="showsTools">What the tools print, too.</param>
internal sealed class PlainReporter(TextWriter error, bool showsTools) : IProgress, IRunReporter
{
    private long _started;

    public Task<T> ShowAsync<T>(Func<IRunReporter, Task<T>> work) => work(this);

    public void StepStarted(string title)
    {
        _started = Stopwatch.GetTimestamp();
        error.WriteLine(title);
    }

    public void StepFinished(string title, string? result)
    {
        var seconds = Durations.Text(Stopwatch.GetElapsedTime(_started));
        error.WriteLine(result is null ? $"  {seconds}" : $"  {result}, {seconds}");
    }

    public void ToolLine(string tool, string line)
    {
        if (showsTools)
            error.WriteLine(line);
    }

    public void Warning(string message) => error.WriteLine($"warning: {message}");
}
