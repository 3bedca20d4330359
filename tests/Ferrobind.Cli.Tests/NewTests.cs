using System.Diagnostics;
using Ferrobind.Cli.Scaffolding;

namespace Ferrobind.Cli.Tests;

public sealed class NewTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task A_new_project_has_a_library_and_two_programs()
    {
        Assert.Equal(0, await _line.RunAsync("new", "image-tools"));
        var project = Path.Combine(_line.Directory, "image-tools");
        Assert.Equal(
            [
                ".gitignore", "Cargo.toml", "README.md", "csharp/ImageToolsApp.csproj", "csharp/Program.cs", "ferrobind.toml",
                "go/go.mod", "go/main.go", "src/lib.rs",
            ],
            Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(project, f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_place_holder_is_left()
    {
        foreach (var (path, text) in NewProject.Files(ProjectName.Parse("image-tools")))
            Assert.DoesNotContain("__", path + text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_library_passes_its_own_tests()
    {
        await _line.RunAsync("new", "image-tools");
        using var cargo = Process.Start(new ProcessStartInfo("cargo", ["test", "--quiet", "--offline"])
        {
            WorkingDirectory = Path.Combine(_line.Directory, "image-tools"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await cargo.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await cargo.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, cargo.ExitCode);
        Assert.Contains("2 passed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "a", "a", "A")]
    [InlineData("image-tools", "image_tools", "imagetools", "ImageTools")]
    [InlineData("utf8_len2", "utf8_len2", "utf8len2", "Utf8Len2")]
    public void Each_language_has_the_name_in_its_own_way(string name, string rust, string go, string csharp)
    {
        var project = ProjectName.Parse(name);
        Assert.Equal((rust, go, csharp), (project.Rust, project.Go, project.CSharp));
    }

    [Theory]
    [InlineData("", "FB0003")]
    [InlineData("2d", "FB0003")]
    [InlineData("Demo", "FB0003")]
    [InlineData("imageTools", "FB0003")]
    [InlineData("a b", "FB0003")]
    [InlineData("../demo", "FB0003")]
    [InlineData("größe", "FB0003")]
    [InlineData("match", "FB0004")]
    [InlineData("test", "FB0004")]
    [InlineData("std", "FB0004")]
    [InlineData("proc-macro", "FB0004")]
    [InlineData("deps", "FB0004")]
    [InlineData("ma-in", "FB0004")]
    [InlineData("system", "FB0004")]
    public async Task A_name_that_is_taken_or_none_is_refused(string name, string code)
    {
        Assert.Equal(2, await _line.RunAsync("new", name));
        Assert.StartsWith($"error {code}: ", _line.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_line.Directory));
    }

    [Fact]
    public async Task A_directory_with_something_in_it_is_left_alone()
    {
        _line.Write("demo/mine.txt", "mine");
        Assert.Equal(3, await _line.RunAsync("new", "demo"));
        Assert.StartsWith("error FB0301: ", _line.Error, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(_line.Directory, "demo")));
    }

    [Fact]
    public async Task An_empty_directory_is_filled()
    {
        Directory.CreateDirectory(Path.Combine(_line.Directory, "demo"));
        Assert.Equal(0, await _line.RunAsync("new", "demo", "-q"));
        Assert.Empty(_line.Error);
    }
}
