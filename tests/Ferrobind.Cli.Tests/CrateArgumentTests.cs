using Ferrobind.Cli.Commands;
using Ferrobind.Diagnostics;
using Ferrobind.Pipeline;

namespace Ferrobind.Cli.Tests;

public sealed class CrateArgumentTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("ferrobind-cli-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(".", "")]
    [InlineData("..", "..")]
    [InlineData("./strsim", "strsim")]
    [InlineData("crates/strsim", "crates/strsim")]
    [InlineData("crates/strsim/Cargo.toml", "crates/strsim/Cargo.toml")]
    [InlineData("/opt/strsim", "/opt/strsim")]
    public void What_looks_like_a_path_is_one_whether_it_is_there_or_not(string text, string path) =>
        Assert.Equal(
            new PathCrate(Path.GetFullPath(path.Length == 0 ? _directory : path, _directory)),
            CrateArgument.Classify(text, _directory));

    [Theory]
    [InlineData("strsim", "strsim", null)]
    [InlineData("percent-encoding@2.3", "percent-encoding", "2.3")]
    [InlineData("Inflector", "Inflector", null)]
    [InlineData("hex@=0.4.3", "hex", "=0.4.3")]
    public void A_name_is_a_crate_of_the_registry(string text, string name, string? version) =>
        Assert.Equal(new RegistryCrate(name, version), CrateArgument.Classify(text, _directory));

    [Fact]
    public void A_name_that_is_a_directory_with_a_manifest_is_that_directory()
    {
        var crate = Directory.CreateDirectory(Path.Combine(_directory, "strsim")).FullName;
        File.WriteAllText(Path.Combine(crate, "Cargo.toml"), "");
        Assert.Equal(new PathCrate(crate), CrateArgument.Classify("strsim", _directory));
    }

    [Fact]
    public void A_name_that_is_any_other_directory_is_a_crate_of_the_registry()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "strsim"));
        Assert.Equal(new RegistryCrate("strsim", null), CrateArgument.Classify("strsim", _directory));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("strsim@")]
    [InlineData("@1.0")]
    [InlineData("2fast")]
    public void What_is_neither_is_refused(string text) =>
        Assert.Equal(
            "FB0002",
            Assert.Throws<FerrobindException>(() => CrateArgument.Classify(text, _directory)).Diagnostic.Code);
}
