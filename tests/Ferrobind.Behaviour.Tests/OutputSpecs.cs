using System.Globalization;
using CliWrap;

namespace Ferrobind.Behaviour.Tests;

/// <summary>What is in an output directory is safe: a user's files, and the last good bindings.</summary>
public sealed class OutputSpecs
{
    [Fact]
    public async Task A_directory_with_files_of_others_is_left_alone()
    {
        var crate = new SmallCrate("foreign");
        crate.Write("bindings/go/mine.txt", "mine");
        (await crate.BindAsync()).FailedWith(3, "FB0301");
        Assert.Equal([crate.At("bindings/go/mine.txt")], Directory.GetFiles(crate.At("bindings"), "*", SearchOption.AllDirectories));
        Assert.Equal("mine", File.ReadAllText(crate.At("bindings/go/mine.txt")));
    }

    [Fact]
    public async Task A_generated_file_that_was_edited_is_not_overwritten()
    {
        var crate = new SmallCrate("edited");
        (await crate.BindAsync()).Succeeded();
        File.AppendAllText(crate.At("bindings/go/small.go"), "// mine\n");
        var before = crate.Snapshot();
        crate.Source("pub fn say(_times: u64) -> String { String::new() }\n");
        var ran = (await crate.BindAsync()).FailedWith(3, "FB0302");
        Assert.Contains("small.go", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, crate.Snapshot());
    }

    [Fact]
    public async Task A_run_with_nothing_to_do_builds_nothing_and_touches_nothing()
    {
        var crate = new SmallCrate("nothing");
        var log = crate.At("cargo.log");
        var cargo = crate.Instead("CARGO", $"echo \"$@\" >>'{log}'\nexec cargo \"$@\"\n");
        (await crate.BindAsync(cargo)).Succeeded();
        Assert.Contains("rustc", File.ReadAllText(log), StringComparison.Ordinal);
        File.Delete(log);

        // Until a run is not younger than its inputs, it may have to look again.
        (await crate.BindAsync(cargo)).Succeeded();
        var before = crate.Snapshot();
        File.WriteAllText(log, "");
        (await crate.BindAsync(cargo)).Succeeded();
        Assert.Equal(before, crate.Snapshot());
        Assert.All(File.ReadAllLines(log), line => Assert.StartsWith("metadata ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_whose_text_is_the_same_are_not_written_again()
    {
        var crate = new SmallCrate("same");
        (await crate.BindAsync()).Succeeded();
        var before = crate.Snapshot();
        (await crate.BindAsync(null, "--force")).Succeeded();
        Assert.Equal(before, crate.Snapshot());
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("KILL")]
    public async Task An_interrupted_run_leaves_the_last_good_output(string signal)
    {
        var crate = new SmallCrate($"interrupted-{signal}");
        (await crate.BindAsync()).Succeeded();
        var before = crate.Snapshot();
        crate.Says("two");

        // A cargo that says when it is about to build, and then takes for ever.
        var reached = crate.At("reached");
        var cargo = crate.Instead("CARGO", $"[ \"$1\" != rustc ] || {{ echo >'{reached}'; exec sleep 1000; }}\nexec cargo \"$@\"\n");
        // What runs in the background of a script ignores Ctrl+C, and so does all that it starts, unless it is told not to.
        var running = Cli.Wrap("env")
            .WithArguments(["--default-signal=INT", Repository.Ferrobind, "bind", crate.Manifest, "--go", crate.Go, "--csharp", crate.CSharp])
            .WithWorkingDirectory(Repository.Output)
            .WithEnvironmentVariables(cargo)
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(TestContext.Current.CancellationToken);
        while (!File.Exists(reached) && !running.Task.IsCompleted)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await Run.ProgramAsync("kill", [$"-{signal}", running.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        var result = await running;

        Assert.Equal(signal == "INT" ? 130 : 137, result.ExitCode);
        Assert.Equal(before, crate.Snapshot());
        (await crate.BindAsync()).Succeeded();
        Assert.NotEqual(before, crate.Snapshot());
    }
}
