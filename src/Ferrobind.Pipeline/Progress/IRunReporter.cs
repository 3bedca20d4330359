namespace Ferrobind.Pipeline.Progress;

/// <summary>
/// Who is told how a run goes. Calls come one at a time, from any thread. Steps do not nest; each that is started is
/// finished, or the run fails.
/// </summary>
public interface IRunReporter
{
    /// <summary>A step begins: <c>Reading strsim 0.11.1</c>.</summary>
    void StepStarted(string title);

    /// <summary>The step is done, with what there is to say of it: <c>12 functions</c>; null for nothing.</summary>
    void StepFinished(string title, string? result);

    /// <summary>A line that a tool printed, for <c>--verbose</c>.</summary>
    void ToolLine(string tool, string line);

    /// <summary>Something the user should know that is no failure.</summary>
    void Warning(string message);
}
