using Ferrobind.Build;
using Ferrobind.Cli.Reporting;
using Ferrobind.Diagnostics;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Running;

/// <summary>
/// The C# program: <c>dotnet run</c>; linked statically, it is compiled to a native executable first, for the runtime
/// cannot link.
/// </summary>
/// <param name="Link">How it is linked; null for what the bindings choose.</param>
internal sealed record CSharpProgram(string ProjectFile, LinkMode? Link) : IProgram
{
    private string ProjectDirectory => Path.GetDirectoryName(ProjectFile)!;

    private string PublishDirectory => Path.Combine(ProjectDirectory, "bin", "static");

    public Task<int> RunAsync(IProgress progress, CancellationToken cancellation) => Link is LinkMode.Static
        ? RunPublishedAsync(progress, cancellation)
        : Foreground.RunAsync(KnownPrograms.Dotnet, RunArguments, ProjectDirectory, cancellation);

    public IReadOnlyList<string> RunArguments => Link is LinkMode.Dynamic
        ? ["run", "--project", ProjectFile, "-p:FerrobindLink=dynamic"]
        : ["run", "--project", ProjectFile];

    public IReadOnlyList<string> PublishArguments =>
    [
        "publish", ProjectFile, "--output", PublishDirectory, "--nologo", "-p:PublishAot=true", "-p:FerrobindLink=static",
    ];

    private async Task<int> RunPublishedAsync(IProgress progress, CancellationToken cancellation)
    {
        await progress.ShowAsync(async reporter =>
        {
            const string Title = "Compiling the C# program to a native executable";
            reporter.StepStarted(Title);
            // dotnet prints what it has to say, errors too, on the standard output: that is the program's alone.
            var dotnet = new Tool(KnownPrograms.Dotnet, ProjectDirectory, SilentToolLog.Instance)
            {
                OnOutput = line => reporter.ToolLine("dotnet", line),
            };
            var published = await dotnet.RunAsync(PublishArguments, cancellation).ConfigureAwait(false);
            if (!published.Succeeded)
                throw UsageFailures.ProgramDoesNotBuild(ProjectDirectory, published.Text);
            reporter.StepFinished(Title, null);
            return published;
        }).ConfigureAwait(false);

        var executable = Path.Combine(PublishDirectory, Path.GetFileNameWithoutExtension(ProjectFile));
        if (OperatingSystem.IsWindows())
            executable += ".exe";
        if (!File.Exists(executable))
            throw UsageFailures.NoExecutable(ProjectDirectory, executable);
        return await Foreground.RunAsync(executable, [], ProjectDirectory, cancellation).ConfigureAwait(false);
    }
}
