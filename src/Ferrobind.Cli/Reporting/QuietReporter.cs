using Ferrobind.Pipeline.Progress;

namespace Ferrobind.Cli.Reporting;

/// <summary>Says nothing.</summary>
internal sealed class QuietReporter : IProgress, IRunReporter
{
    public Task<T> ShowAsync<T>(Func<IRunReporter, Task<T>> work) => work(this);

    public void StepStarted(string title) { }

    public void StepFinished(string title, string? result) { }

    public void ToolLine(string tool, string line) { }

    public void Warning(string message) { }
}
