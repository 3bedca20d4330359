using System.Collections.Immutable;
using System.Diagnostics;

namespace Ferrobind.Pipeline.Progress;

/// <summary>How long each step took, and whose time it was.</summary>
/// <param name="Steps">In the order in which they began.</param>
public sealed record Timings(ImmutableArray<StepTime> Steps)
{
    public TimeSpan Total => Sum(_ => true);

    /// <summary>The time that Ferrobind itself took, and no tool that it ran.</summary>
    public TimeSpan Own => Sum(step => step.Tool is null);

    private TimeSpan Sum(Func<StepTime, bool> choose) =>
        Steps.Where(choose).Aggregate(TimeSpan.Zero, (sum, step) => sum + step.Elapsed);
}

/// <summary>One step's time; <paramref name="Tool"/> is null where Ferrobind itself did the work.</summary>
public sealed record StepTime(string Title, string? Tool, TimeSpan Elapsed);

/// <summary>Measures steps one after the other, and tells the reporter of those that it should know.</summary>
public sealed class StepClock(IRunReporter reporter)
{
    private readonly ImmutableArray<StepTime>.Builder _steps = ImmutableArray.CreateBuilder<StepTime>();

    public Timings Timings => new(_steps.ToImmutable());

    /// <summary>Passes on something the user should know that is no failure.</summary>
    public void Warn(string message) => reporter.Warning(message);

    /// <summary>Runs a step of a tool; the reporter sees it.</summary>
    public async Task<T> ToolStep<T>(string tool, string title, Func<Task<T>> work, Func<T, string?> result)
    {
        reporter.StepStarted(title);
        var start = Stopwatch.GetTimestamp();
        try
        {
            var value = await work().ConfigureAwait(false);
            reporter.StepFinished(title, result(value));
            return value;
        }
        finally
        {
            _steps.Add(new StepTime(title, tool, Stopwatch.GetElapsedTime(start)));
        }
    }

    /// <summary>Runs a step of a tool that is too quick to be worth a line of progress.</summary>
    public async Task<T> QuietToolStep<T>(string tool, string title, Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _steps.Add(new StepTime(title, tool, Stopwatch.GetElapsedTime(start)));
        }
    }

    /// <summary>Runs a step of Ferrobind's own: too quick to be worth a line of progress.</summary>
    public T OwnStep<T>(string title, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            _steps.Add(new StepTime(title, null, Stopwatch.GetElapsedTime(start)));
        }
    }
}
