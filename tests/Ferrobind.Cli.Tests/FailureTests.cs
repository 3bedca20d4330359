using Ferrobind.Diagnostics;

namespace Ferrobind.Cli.Tests;

public sealed class FailureTests
{
    [Theory]
    [InlineData("bind", "--link", "sideways")]
    [InlineData("inspect", "--go", "x")]
    [InlineData("frobnicate")]
    public async Task A_command_line_that_cannot_be_is_a_message_and_code_2(params string[] arguments)
    {
        using var line = new CommandLine();
        Assert.Equal(2, await line.RunAsync(arguments));
        Assert.StartsWith("error FB0001: ", line.Error, StringComparison.Ordinal);
        Assert.Contains("--help", line.Error, StringComparison.Ordinal);
        Assert.Empty(line.Out);
        Assert.Null(line.Request);
    }

    [Theory]
    [InlineData("FB0002", 2)]
    [InlineData("FB0050", 2)]
    [InlineData("FB0057", 1)]
    [InlineData("FB0080", 1)]
    [InlineData("FB0104", 1)]
    [InlineData("FB0201", 1)]
    [InlineData("FB0301", 3)]
    [InlineData("FB0401", 4)]
    public async Task The_number_of_a_failure_decides_the_exit_code(string code, int exitCode)
    {
        using var line = new CommandLine { Work = _ => throw new FerrobindException(new Diagnostic(code, "No.")) };
        Assert.Equal(exitCode, await line.RunAsync("bind", "strsim"));
        Assert.Equal($"error {code}: No.\n", line.Error);
    }

    [Fact]
    public async Task A_tools_own_output_comes_whole_before_the_message_and_the_help_after()
    {
        var diagnostic = new Diagnostic("FB0201", "x does not compile.", "Do this.\nOr that.", "error[E0308]\n  --> src/lib.rs\n");
        using var line = new CommandLine { Work = _ => throw new FerrobindException(diagnostic) };
        await line.RunAsync("inspect", "x");
        Assert.Equal(
            """
            error[E0308]
              --> src/lib.rs

            error FB0201: x does not compile.
              Do this.
              Or that.

            """,
            line.Error);
    }

    [Fact]
    public async Task An_interrupted_run_says_that_nothing_was_changed()
    {
        using var line = new CommandLine();
        Assert.Equal(130, await line.RunAsync(new CancellationToken(canceled: true), "bind", "strsim"));
        Assert.Equal("interrupted; nothing was changed\n", line.Error);
    }

    [Fact]
    public async Task A_defect_has_a_number_and_its_trace()
    {
        using var line = new CommandLine { Work = _ => throw new InvalidOperationException("oh") };
        Assert.Equal(1, await line.RunAsync("bind", "strsim"));
        Assert.Contains("System.InvalidOperationException: oh\n   at ", line.Error, StringComparison.Ordinal);
        Assert.Contains("error FB0099: Ferrobind itself failed: oh\n", line.Error, StringComparison.Ordinal);
    }
}
