namespace Ferrobind.Behaviour.Tests;

/// <summary>The samples, and a new project, as a user has them: bound, built and run.</summary>
public sealed class SampleSpecs
{
    [Theory]
    [InlineData("hello", "HelloFromCSharp")]
    [InlineData("hello-c", "HelloCFromCSharp")]
    public async Task Samples_say_their_lines_in_every_mode(string sample, string csharp)
    {
        var directory = Samples.Copied(sample, Samples.Isolated(Repository.Fresh("samples-" + sample)));
        (await Run.FerrobindAsync("bind", directory, "--quiet")).Succeeded();
        foreach (var mode in (string[])["dynamic", "static"])
        {
            var go = Path.Combine(directory, $"main_{mode}");
            (await Run.GoAsync("1.27", Path.Combine(directory, "go"), "build", "-tags", $"ferrobind_{mode}", "-o", go, ".")).Succeeded();
            Assert.Equal($"Hello world!\n(this is code from the {mode} library)\n", await Samples.OutputAsync(go));

            var output = Path.Combine(directory, $"csharp-{mode}");
            (await Run.ProgramAsync("dotnet",
            [
                "publish", Path.Combine(directory, "csharp"), "-v", "quiet", "-o", output, "-p:PublishAot=true",
                $"-p:FerrobindLink={mode}",
            ])).Succeeded();
            Assert.Equal($"Hello world!\n(this is C#, calling the {mode} library)\n", await Samples.OutputAsync(Path.Combine(output, csharp)));
        }
    }

    [Fact]
    public async Task A_new_project_runs_in_both_languages()
    {
        var parent = Samples.Isolated(Repository.Fresh("samples-new"));
        (await Run.ProgramAsync(Repository.Ferrobind, parent, ["new", "demo"])).Succeeded();

        var run = (await Run.ProgramAsync(Repository.Ferrobind, Path.Combine(parent, "demo"), ["run"], await GoOnPathAsync(parent))).Succeeded();

        Assert.Contains("Hello, Go! This is Rust.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Hello, C#! This is Rust.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_is_measured_in_every_mode()
    {
        var directory = Samples.Isolated(Repository.Fresh("samples-bench"));
        var bench = (await Run.ProgramAsync(Repository.Ferrobind, directory, ["bench", "--keep", "kept"], await GoOnPathAsync(directory))).Succeeded();

        var lines = bench.Output.Split('\n');
        Assert.Matches("^ns +Go itself +Go, dynamic +Go, static +Go, direct +C# itself +C#, JIT dynamic +C#, AOT static$", lines[0]);
        Assert.Matches(@"^two integers \*( +[0-9.,]+){7}$", lines[1]);
        Assert.Matches(@"^object, made and closed( +[0-9.,]+){7}$", lines[7]);
        Assert.DoesNotContain("does not build", bench.Error, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string?>> GoOnPathAsync(string directory)
    {
        var go = (await Run.GoAsync("1.27", directory, "env", "GOROOT")).Succeeded().Output.Trim();
        return new() { ["PATH"] = $"{go}/bin:{Environment.GetEnvironmentVariable("PATH")}" };
    }
}
