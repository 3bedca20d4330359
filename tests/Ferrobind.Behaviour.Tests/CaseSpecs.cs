namespace Ferrobind.Behaviour.Tests;

/// <summary>The Go and the C# program, which have the same cases, in every link mode.</summary>
public sealed class CaseSpecs
{
    private static readonly string[] _names = File.ReadAllLines(Path.Combine(Repository.Program("behaviour"), "cases.txt"));

    [Theory]
    [InlineData("1.27", "dynamic")]
    [InlineData("1.27", "static")]
    [InlineData("1.24", "dynamic")]
    [InlineData("1.24", "static")]
    public async Task Every_case_passes_in_Go(string version, string mode)
    {
        var program = await Programs.GoAsync(version, mode);
        var ran = await Run.ProgramAsync(program, Path.GetTempPath(), ["-test.v"]);
        Passed(ran, Results.OfGo(ran), mode);
    }

    [Theory]
    [InlineData(CSharp.Jit, "dynamic")]
    [InlineData(CSharp.Aot, "dynamic")]
    [InlineData(CSharp.Aot, "static")]
    public async Task Every_case_passes_in_CSharp(CSharp compiler, string mode)
    {
        var program = await Programs.CSharpAsync(compiler, mode);
        var ran = await Run.ProgramAsync(program, Path.GetTempPath(), []);
        Passed(ran, Results.OfCSharp(ran), mode);
    }

    private static void Passed(Ran ran, IEnumerable<(string Name, bool Passed)> results, string mode)
    {
        Results.AllPassed(ran, results, _names);

        // What Rust itself prints, and in which mode.
        Assert.Contains($"link mode: {mode}\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Hello text from the behaviour tests: ünïcödé!\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains($"(a low voice: {mode})\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Hello a pointer from the behaviour tests!\n", ran.Output, StringComparison.Ordinal);

        // A panic that reaches the caller is not printed; one on a thread of the crate's own is.
        Assert.Contains("elsewhere", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ouch", ran.Error, StringComparison.Ordinal);
    }
}
