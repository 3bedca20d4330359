using System.Text.Json;
using Ferrobind.Pipeline;

namespace Ferrobind.Cli.Tests;

/// <summary>Several crates on one command line.</summary>
public sealed class BundleTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task Crates_of_all_sources_are_taken_in_their_order()
    {
        Assert.Equal(0, await _line.RunAsync("bind", "regex", "url@2.5", "./mine", "--name", "deps", "--features", "regex/unicode,url/serde"));
        var request = _line.Request!;
        Assert.Equal(
            [new RegistryCrate("regex", null), new RegistryCrate("url", "2.5"), new PathCrate(Path.Combine(_line.Directory, "mine"))],
            request.Crates);
        Assert.True(request.IsBundle);
        Assert.Equal("deps", request.Name);
        Assert.Equal(["regex/unicode", "url/serde"], request.Features);
    }

    [Fact]
    public async Task One_crate_with_a_name_is_a_bundle_too()
    {
        await _line.RunAsync("bind", "regex", "--name", "deps");
        Assert.True(_line.Request!.IsBundle);
    }

    [Fact]
    public async Task The_default_outputs_are_in_the_current_directory()
    {
        await _line.RunAsync("bind", "./mine", "regex");
        Assert.Equal(Path.Combine(_line.Directory, "bindings/go"), _line.Request!.GoDirectory);
    }

    [Fact]
    public async Task Outputs_of_the_configuration_are_left_to_the_pipeline()
    {
        _line.Write("ferrobind.toml", "name = \"deps\"\n\n[csharp]\nout = \"c\"\n\n[crates.url]\nfeatures = [\"serde\"]\n");
        Assert.Equal(0, await _line.RunAsync("bind", "regex", "url"));
        Assert.Null(_line.Request!.GoDirectory);
        Assert.Null(_line.Request.CSharpDirectory);
    }

    [Fact]
    public async Task The_first_time_it_says_how_to_use_each()
    {
        await _line.RunAsync("bind", "image-tools", "other", "--name", "deps", "--go", "g", "--csharp", "c");
        Assert.Equal(
            $"""
            Bound 2 of 3 items of image-tools 0.2.0, 2 of 3 items of other 1.0.0 to g, c (ferrobind inspect says why the others do not cross).

            To use it from Go, in your module's directory:
              go mod edit -require rust/deps@v0.0.0 -replace rust/deps={_line.Directory}/g
            and in your code:
              import "rust/deps/imagetools"
              import "rust/deps/other"

            To use it from C#, in your project file:
              <Import Project="{_line.Directory}/c/Deps.targets" />
            and in your code:
              using ImageTools;
              using Other;
              using Deps;

            """,
            _line.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Inspect_ends_with_what_they_have_together()
    {
        Assert.Equal(0, await _line.RunAsync("inspect", "image-tools", "other"));
        Assert.Contains("\nother 1.0.0\n", _line.Out, StringComparison.Ordinal);
        Assert.EndsWith("\ndeps: 4 of 6 public items cross, 2 do not; 2 more are nothing to call.\n", _line.Out, StringComparison.Ordinal);
    }

    /// <summary>What docs/inspect-json.md promises.</summary>
    [Fact]
    public async Task The_json_has_a_document_each_and_totals()
    {
        Assert.Equal(0, await _line.RunAsync("inspect", "image-tools", "other", "--json"));
        var root = JsonDocument.Parse(_line.Out).RootElement;
        Assert.Equal(
            ["schema", "bundle", "goModule", "csharpNamespace", "crates", "totals"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("deps", root.GetProperty("bundle").GetString());
        Assert.Equal("rust/deps", root.GetProperty("goModule").GetString());
        Assert.Equal(["image-tools", "other"], root.GetProperty("crates").EnumerateArray().Select(crate => crate.GetProperty("crate").GetString()));
        Assert.Equal(8, root.GetProperty("totals").GetProperty("items").GetInt32());
    }
}
