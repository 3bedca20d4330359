using Ferrobind.Pipeline;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Tests;

public sealed class BindCommandTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task Every_option_reaches_the_pipeline()
    {
        Assert.Equal(0, await _line.RunAsync(
            "bind", "strsim@0.11", "--go", "g", "--csharp", "c", "--header", "/h", "--link", "static", "--features", "a,b",
            "--features", "c", "--no-default-features", "--go-module", "example.com/x", "--csharp-namespace", "My.Strsim",
            "--skip", "strsim::a", "strsim::b", "--target-dir", "t", "--force"));

        var request = _line.Request!;
        Assert.Equal([new RegistryCrate("strsim", "0.11")], request.Crates);
        Assert.False(request.IsBundle);
        Assert.Equal(_line.Directory, request.WorkingDirectory);
        Assert.Equal(Path.Combine(_line.Directory, "g"), request.GoDirectory);
        Assert.Equal(Path.Combine(_line.Directory, "c"), request.CSharpDirectory);
        Assert.Equal("/h", request.HeaderDirectory);
        Assert.Equal(LinkMode.Static, request.Link);
        Assert.Equal(["a", "b", "c"], request.Features);
        Assert.True(request.NoDefaultFeatures);
        Assert.Equal("example.com/x", request.GoModule);
        Assert.Equal("My.Strsim", request.CSharpNamespace);
        Assert.Equal(["strsim::a", "strsim::b"], request.Skip);
        Assert.Equal(Path.Combine(_line.Directory, "t"), request.TargetDirectory);
        Assert.True(request.Force);
    }

    [Fact]
    public async Task Without_outputs_those_of_a_crate_on_disk_go_into_its_directory()
    {
        await _line.RunAsync("bind", "./mine");
        Assert.Equal(Path.Combine(_line.Directory, "mine/bindings/go"), _line.Request!.GoDirectory);
        Assert.Equal(Path.Combine(_line.Directory, "mine/bindings/csharp"), _line.Request.CSharpDirectory);
        Assert.Null(_line.Request.HeaderDirectory);
    }

    [Fact]
    public async Task Without_outputs_those_of_a_registry_crate_go_into_the_current_directory()
    {
        await _line.RunAsync("bind", "strsim");
        Assert.Equal(Path.Combine(_line.Directory, "bindings/go"), _line.Request!.GoDirectory);
    }

    [Fact]
    public async Task One_output_is_enough()
    {
        await _line.RunAsync("bind", "strsim", "--csharp", "c");
        Assert.Null(_line.Request!.GoDirectory);
    }

    [Theory]
    [InlineData("[go]\nout = \"g\"\n", null)]
    [InlineData("link = \"static\"\n", "bindings/go")]
    public async Task Outputs_of_the_configuration_are_left_to_the_pipeline(string toml, string? go)
    {
        _line.Write("ferrobind.toml", toml);
        Assert.Equal(0, await _line.RunAsync("bind"));
        Assert.Equal(go is null ? null : Path.Combine(_line.Directory, go), _line.Request!.GoDirectory);
    }

    [Fact]
    public async Task The_first_time_it_says_how_to_use_what_was_bound()
    {
        await _line.RunAsync("bind", "image-tools", "--go", "g");
        Assert.Equal(
            $"""
            Bound 2 of 3 items of image-tools 0.2.0 to g (ferrobind inspect says why the others do not cross).

            To use it from Go, in your module's directory:
              go mod edit -require rust/imagetools@v0.0.0 -replace rust/imagetools={_line.Directory}/g
            and in your code:
              import "rust/imagetools"

            """,
            _line.Error);
        Assert.Empty(_line.Out);
    }

    [Fact]
    public async Task Later_it_does_not()
    {
        _line.Write("c/ImageTools.targets");
        await _line.RunAsync("bind", "image-tools", "--csharp", "c");
        Assert.DoesNotContain("To use it", _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_says_nothing()
    {
        Assert.Equal(0, await _line.RunAsync("bind", "strsim", "--quiet"));
        Assert.Empty(_line.Error + _line.Out);
    }

    [Fact]
    public async Task Timings_show_whose_time_it_was()
    {
        await _line.RunAsync("bind", "strsim", "--quiet", "--timings");
        Assert.Equal(
            """

            Step               By               Time
            build the library  cargo      1,900.0 ms
            plan               ferrobind    100.0 ms
            Total                         2,000.0 ms
            Ferrobind's own    5.0 %        100.0 ms

            """,
            _line.Error);
    }

    [Fact]
    public async Task Where_nothing_changed_it_says_so()
    {
        using var line = new CommandLine { WasCurrent = true };
        await line.RunAsync("bind", "strsim", "--go", "g");
        Assert.Equal("Nothing to do: g is up to date.\n", line.Error);
    }
}
