using System.Collections.Immutable;
using Ferrobind.Pipeline;
using Ferrobind.Pipeline.Progress;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Tests;

/// <summary>Runs command lines, in a directory of its own, with a pipeline that does nothing but remember.</summary>
internal sealed class CommandLine : IPipeline, IDisposable
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("ferrobind-cli-").FullName;

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    /// <summary>What the last command asked of the pipeline.</summary>
    public BindRequest? Request { get; private set; }

    /// <summary>What the pipeline does, besides succeeding.</summary>
    public Action<IRunReporter>? Work { get; init; }

    public bool WasCurrent { get; init; }

    public Task<int> RunAsync(params string[] arguments) => RunAsync(TestContext.Current.CancellationToken, arguments);

    public Task<int> RunAsync(CancellationToken cancellation, params string[] arguments) => FerrobindCommand.RunAsync(
        arguments,
        new CliHost { Out = _out, Error = _error, WorkingDirectory = Directory, Pipeline = this },
        cancellation);

    /// <summary>Writes a file below the working directory.</summary>
    public void Write(string path, string text = "")
    {
        var file = Path.Combine(Directory, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public Task<BindOutcome> BindAsync(BindRequest request, IRunReporter reporter, CancellationToken cancellation)
    {
        Request = request;
        cancellation.ThrowIfCancellationRequested();
        Work?.Invoke(reporter);
        ImmutableArray<string> outputs =
            [.. ((string?[])[request.GoDirectory, request.CSharpDirectory, request.HeaderDirectory]).OfType<string>()];
        var timings = new Timings(
        [
            new StepTime("build the library", "cargo", TimeSpan.FromMilliseconds(1900)),
            new StepTime("plan", null, TimeSpan.FromMilliseconds(100)),
        ]);
        return Task.FromResult(new BindOutcome(WasCurrent ? null : PlanOf(request), WasCurrent, outputs, timings));
    }

    public Task<(LibraryPlan Plan, BuiltLibrary Library)> InspectDirectAsync(
        BindRequest request, IRunReporter reporter, CancellationToken cancellation)
    {
        Request = request;
        return Task.FromResult((PlanOf(request), new BuiltLibrary(
            new Platform("x86_64-unknown-linux-gnu", "linux", "amd64", "linux-x64"), "libdemo_fb.so", "", "libdemo_fb.a", "", [],
            LinkMode.Dynamic)));
    }

    public Task<LibraryPlan> InspectAsync(BindRequest request, IRunReporter reporter, CancellationToken cancellation)
    {
        Request = request;
        cancellation.ThrowIfCancellationRequested();
        Work?.Invoke(reporter);
        return Task.FromResult(PlanOf(request));
    }

    private static LibraryPlan PlanOf(BindRequest request) => request.IsBundle ? Plans.Bundle : Plans.Alone;

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
