using Ferrobind.Cli.Running;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Tests;

public sealed class ProjectTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task A_project_is_found_from_below()
    {
        await _line.RunAsync("new", "demo");
        var project = Path.Combine(_line.Directory, "demo");
        Assert.Equal(project, Project.Find(Path.Combine(project, "go")).Directory);
    }

    [Fact]
    public async Task Outside_of_one_there_is_nothing_to_run()
    {
        Assert.Equal(2, await _line.RunAsync("run"));
        Assert.StartsWith("error FB0005: ", _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_a_message_before_anything_is_done()
    {
        _line.Write("Cargo.toml");
        _line.Write("ferrobind.toml");
        Assert.Equal(2, await _line.RunAsync("run", "go"));
        Assert.StartsWith("error FB0006: ", _line.Error, StringComparison.Ordinal);
        Assert.Null(_line.Request);
    }

    [Fact]
    public async Task Both_programs_are_run_where_none_is_named()
    {
        await _line.RunAsync("new", "demo");
        var project = Project.Find(Path.Combine(_line.Directory, "demo"));
        Assert.Collection(
            project.Programs(null, null), p => Assert.IsType<GoProgram>(p), p => Assert.IsType<CSharpProgram>(p));
        Assert.IsType<CSharpProgram>(Assert.Single(project.Programs("csharp", null)));
    }

    [Theory]
    [InlineData(null, "build -o p/target/ferrobind/go-program .")]
    [InlineData(LinkMode.Dynamic, "build -o p/target/ferrobind/go-program -tags ferrobind_dynamic .")]
    [InlineData(LinkMode.Static, "build -o p/target/ferrobind/go-program -tags ferrobind_static .")]
    public void The_link_mode_is_a_build_tag_in_go(LinkMode? link, string arguments) =>
        Assert.Equal(arguments, string.Join(' ', new GoProgram("p", link).BuildArguments));

    [Fact]
    public void The_link_mode_is_a_property_in_csharp()
    {
        Assert.Equal(["run", "--project", "a/X.csproj"], new CSharpProgram("a/X.csproj", null).RunArguments);
        Assert.Contains("-p:FerrobindLink=static", new CSharpProgram("a/X.csproj", LinkMode.Static).PublishArguments);
    }

    [Fact]
    public async Task The_exit_code_of_a_program_is_passed_on() =>
        Assert.Equal(
            42,
            await Foreground.RunAsync(
                "/bin/sh", ["-c", "exit 42"], _line.Directory, TestContext.Current.CancellationToken));
}
