using Ferrobind.Cli.Reporting;
using Ferrobind.Pipeline.Progress;
using Spectre.Console;

namespace Ferrobind.Cli.Tests;

public sealed class ReporterTests
{
    private static Task<int> Work(IRunReporter reporter)
    {
        reporter.StepStarted("Reading [strsim]");
        reporter.ToolLine("cargo", "Compiling");
        reporter.Warning("careful");
        reporter.StepFinished("Reading [strsim]", "12 functions");
        return Task.FromResult(7);
    }

    [Theory]
    [InlineData(false, @"^Reading \[strsim\]\nwarning: careful\n  12 functions, \d\.\d\d s\n$")]
    [InlineData(true, @"^Reading \[strsim\]\nCompiling\nwarning: careful\n  12 functions, \d\.\d\d s\n$")]
    public async Task Plain_lines(bool showsTools, string expected)
    {
        using var error = new StringWriter { NewLine = "\n" };
        Assert.Equal(7, await new PlainReporter(error, showsTools).ShowAsync(Work));
        Assert.Matches(expected, error.ToString());
    }

    [Fact]
    public async Task A_terminal_gets_a_line_for_each_step_that_is_done()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(error),
        });
        Assert.Equal(7, await new TerminalReporter(console).ShowAsync(Work));
        Assert.Matches(@"[✓*] Reading \[strsim\] .*12 functions, \d\.\d\d s", error.ToString());
    }
}
