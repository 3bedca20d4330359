namespace Ferrobind.Behaviour.Tests;

/// <summary>
/// Types that stay in Rust, in their right use and under attack: a Go and a C# program with the same cases, in every link mode.
/// FERROBIND_STRESS says how often what they repeat is repeated.
/// </summary>
public sealed class HostileSpecs
{
    private static readonly string[] _names = File.ReadAllLines(Path.Combine(Repository.Program("hostile"), "cases.txt"));

    [Theory]
    [InlineData("1.27", "dynamic", false)]
    [InlineData("1.27", "static", false)]
    [InlineData("1.24", "dynamic", false)]
    [InlineData("1.27", "dynamic", true)]
    public async Task Every_attack_fails_in_Go(string version, string mode, bool findsRaces)
    {
        var program = await Programs.GoAsync(version, mode, "hostile", findsRaces);
        var ran = await Run.ProgramAsync(program, Path.GetTempPath(), ["-test.v", "-test.timeout=1h"]);
        Results.AllPassed(ran, Results.OfGo(ran), _names);
        Assert.DoesNotContain("DATA RACE", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CSharp.Jit, "dynamic")]
    [InlineData(CSharp.Aot, "dynamic")]
    [InlineData(CSharp.Aot, "static")]
    public async Task Every_attack_fails_in_CSharp(CSharp compiler, string mode)
    {
        var program = await Programs.CSharpAsync(compiler, mode, "hostile");
        var ran = await Run.ProgramAsync(program, Path.GetTempPath(), []);
        Results.AllPassed(ran, Results.OfCSharp(ran), _names);
    }

    [Fact]
    public void There_are_hundreds_of_attacks()
    {
        Assert.Equal(_names.Length, _names.Distinct().Count());
        Assert.True(_names.Length >= 200, $"{_names.Length} cases");
    }
}
