namespace Ferrobind.Cli.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Theory]
    [InlineData("new")]
    [InlineData("bind")]
    [InlineData("inspect")]
    [InlineData("run")]
    [InlineData("bench")]
    [InlineData("doctor")]
    public async Task Every_commands_help_has_an_example(string command)
    {
        Assert.Equal(0, await _line.RunAsync(command, "--help"));
        Assert.Contains($"\nExample:\n  ferrobind {command}", _line.Out, StringComparison.Ordinal);
        Assert.Empty(_line.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData]
    public async Task The_help_of_all_has_the_exit_codes(params string[] arguments)
    {
        Assert.Equal(0, await _line.RunAsync(arguments));
        Assert.Contains("  4    a tool is missing", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_a_line_of_its_own()
    {
        Assert.Equal(0, await _line.RunAsync("--version"));
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", _line.Out);
    }
}
