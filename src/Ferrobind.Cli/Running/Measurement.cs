using System.Globalization;
using Ferrobind.Build;
using Ferrobind.Diagnostics;
using Ferrobind.Pipeline.Progress;

namespace Ferrobind.Cli.Running;

/// <summary>One way of calling, of <c>ferrobind bench</c>: a program, built in one mode, that prints what its calls take.</summary>
/// <param name="Title">What it is called in the table: <c>Go, static</c>.</param>
/// <param name="Builder">What builds the program.</param>
/// <param name="Executable">Below the directory; or the assembly that <c>dotnet</c> runs.</param>
internal sealed record Measurement(string Title, ProgramInfo Builder, string Sources, IReadOnlyList<string> BuildArguments, string Executable)
{
    /// <summary>All of them, for a directory with the files of <c>Templates/Bench</c>.</summary>
    public static IReadOnlyList<Measurement> All(string directory)
    {
        var (go, csharp, suffix) = (Path.Combine(directory, "go"), Path.Combine(directory, "csharp"), OperatingSystem.IsWindows() ? ".exe" : "");
        Measurement Go(string title, string tags) =>
            new("Go, " + title, KnownPrograms.Go, go, ["build", "-tags", tags, "-o", title + suffix, "."], Path.Combine(go, title + suffix));
        Measurement CSharp(string title, string output, string executable, params string[] arguments) =>
            new("C#, " + title, KnownPrograms.Dotnet, csharp, [.. arguments, "--nologo", "-c", "Release", "-o", output], Path.Combine(csharp, output, executable));
        return
        [
            Go("dynamic", "ferrobind_dynamic"), Go("static", "ferrobind_static"), Go("direct", "ferrobind_direct"),
            CSharp("JIT dynamic", "out/jit", "CallsBench.dll", "build", "-p:FerrobindLink=dynamic"),
            CSharp("AOT static", "out/aot", "CallsBench" + suffix, "publish", "-p:PublishAot=true", "-p:FerrobindLink=static"),
        ];
    }

    /// <summary>Nanoseconds a call, by the call's name, and <c>own</c> or <c>rust</c>; null where the program does not build.</summary>
    /// <exception cref="FerrobindException">It runs and fails.</exception>
    public async Task<IReadOnlyDictionary<(string Call, string Who), double>?> RunAsync(IRunReporter reporter, CancellationToken cancellation)
    {
        reporter.StepStarted(Title);
        var build = new Tool(Builder, Sources, SilentToolLog.Instance) { OnOutput = line => reporter.ToolLine(Builder.Name, line) };
        var built = await build.RunAsync(BuildArguments, cancellation).ConfigureAwait(false);
        if (!built.Succeeded)
            return null;

        var runs = Executable.EndsWith(".dll", StringComparison.Ordinal);
        var program = runs ? Builder : new ProgramInfo(Executable, "measuring", "");
        var ran = await new Tool(program, Sources, SilentToolLog.Instance).RunAsync(runs ? [Executable] : [], cancellation).ConfigureAwait(false);
        if (!ran.Succeeded)
            throw UsageFailures.ProgramFails(Title, ran.ExitCode, ran.Text);
        reporter.StepFinished(Title, null);
        return ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
            .ToDictionary(parts => (parts[0], parts[1]), parts => double.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}
