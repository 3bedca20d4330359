using System.Diagnostics;
using Ferrobind.Pipeline.Progress;
using Spectre.Console;

namespace Ferrobind.Cli.Reporting;

/// <summary>A spinner with the step and its seconds; a line for each step that is done.</summary>
internal sealed class TerminalReporter(IAnsiConsole console) : IProgress, IRunReporter
{
    private readonly Lock _lock = new();
    private StatusContext? _status;
    private string? _step;
    private long _started;

    public Task<T> ShowAsync<T>(Func<IRunReporter, Task<T>> work) =>
        console.Status().StartAsync("Starting", async status =>
        {
            _status = status;
            await using var clock = new Timer(_ => ShowSeconds(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
            return await work(this).ConfigureAwait(false);
        });

    public void StepStarted(string title)
    {
        lock (_lock)
        {
            _step = title;
            _started = Stopwatch.GetTimestamp();
            _status!.Status(Markup.Escape(title));
        }
    }

    public void StepFinished(string title, string? result)
    {
        lock (_lock)
        {
            _step = null;
            var seconds = Durations.Text(Stopwatch.GetElapsedTime(_started));
            var mark = console.Profile.Capabilities.Unicode ? "✓" : "*";
            console.MarkupLineInterpolated(
                $"[green]{mark}[/] {title} [dim]{(result is null ? seconds : $"{result}, {seconds}")}[/]");
        }
    }

    public void ToolLine(string tool, string line) { }

    public void Warning(string message) => console.MarkupLineInterpolated($"[yellow]warning[/]: {message}");

    private void ShowSeconds()
    {
        lock (_lock)
        {
            if (_step is not null)
            {
                var seconds = (int)Stopwatch.GetElapsedTime(_started).TotalSeconds;
                _status!.Status($"{Markup.Escape(_step)} [dim]{seconds} s[/]");
            }
        }
    }
}
