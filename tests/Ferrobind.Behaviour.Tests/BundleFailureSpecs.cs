namespace Ferrobind.Behaviour.Tests;

/// <summary>What cannot be bound together is a numbered message, and nothing is written, of any of the crates.</summary>
public sealed class BundleFailureSpecs
{
    private static readonly string _second = Repository.Fixture("second");

    [Fact]
    public async Task A_crate_that_does_not_exist_is_named() =>
        Assert.Contains(
            "no-such-crate-as-this-one", (await FailsAsync(1, "FB0104", _second, "no-such-crate-as-this-one")).Error, StringComparison.Ordinal);

    [Fact]
    public async Task A_version_that_does_not_exist() =>
        Assert.Contains("of hex", (await FailsAsync(1, "FB0105", _second, "hex@77")).Error, StringComparison.Ordinal);

    [Fact]
    public async Task No_crate_at_a_path() => await FailsAsync(1, "FB0103", _second, "./does-not-exist");

    [Fact]
    public async Task One_crate_in_two_versions() => await FailsAsync(2, "FB0061", "hex@0.4", "hex@0.3");

    [Fact]
    public async Task A_name_that_is_a_crates() => await FailsAsync(2, "FB0060", _second, "hex@0.4", "--name", "second");

    [Fact]
    public async Task A_name_that_is_none() => await FailsAsync(2, "FB0060", _second, "hex@0.4", "--name", "a b");

    [Theory]
    [InlineData("serde")]
    [InlineData("other/serde")]
    public async Task A_feature_of_nobody(string feature) => await FailsAsync(2, "FB0062", _second, "hex@0.4", "--features", feature);

    [Fact]
    public async Task A_feature_that_the_crate_does_not_have() => await FailsAsync(1, "FB0107", _second, "hex@0.4", "--features", "hex/unheard-of");

    [Fact]
    public async Task Settings_of_a_crate_that_is_not_bound()
    {
        var directory = Repository.Fresh("bundle-settings");
        File.WriteAllText(Path.Combine(directory, "ferrobind.toml"), "name = \"deps\"\n\n[crates.unheard-of]\nskip = [\"x\"]\n");
        var ran = await Run.ProgramAsync(
            Repository.Ferrobind, directory, ["bind", _second, Repository.Fixture("basics"), "--go", Path.Combine(directory, "go")]);
        ran.FailedWith(2, "FB0063");
    }

    [Fact]
    public async Task A_crate_that_offers_nothing_fails_the_whole()
    {
        var crate = new SmallCrate("bundle-nothing");
        crate.Source("pub mod empty {}\n");
        await FailsAsync(1, "FB0057", _second, crate.Manifest);
    }

    private static async Task<Ran> FailsAsync(int exitCode, string number, params string[] arguments)
    {
        var output = Path.Combine(Repository.Fresh("bundle-failed"), "go");
        var ran = (await Run.FerrobindAsync(["bind", .. arguments, "--go", output])).FailedWith(exitCode, number);
        Assert.False(Directory.Exists(output));
        return ran;
    }
}
