using System.Text.RegularExpressions;

namespace Ferrobind.Behaviour.Tests;

/// <summary>The Go and the C# program, which have the same cases, in every link mode.</summary>
public sealed partial class CaseSpecs
{
    private static readonly string[] _names = File.ReadAllLines(Path.Combine(Repository.Programs, "cases.txt"));

    [Theory]
    [InlineData("1.27", "dynamic")]
    [InlineData("1.27", "static")]
    [InlineData("1.24", "dynamic")]
    [InlineData("1.24", "static")]
    public async Task Every_case_passes_in_Go(string version, string mode)
    {
        var program = await Programs.GoAsync(version, mode);
        var ran = await Run.ProgramAsync(program, Path.GetTempPath(), ["-test.v"]);
        var results = GoResult().Matches(ran.Output).Select(m => (m.Groups["name"].Value, m.Groups["result"].Value == "PASS"));
        Passed(ran, results, mode);
    }

    [Theory]
    [InlineData(CSharp.Jit, "dynamic")]
    [InlineData(CSharp.Aot, "dynamic")]
    [InlineData(CSharp.Aot, "static")]
    public async Task Every_case_passes_in_CSharp(CSharp compiler, string mode)
    {
        var program = await Programs.CSharpAsync(compiler, mode);
        var ran = await Run.ProgramAsync(program, Path.GetTempPath(), []);
        var results = CSharpResult().Matches(ran.Output).Select(m => (m.Groups["name"].Value, m.Groups["result"].Value == "ok"));
        Passed(ran, results, mode);
    }

    private static void Passed(Ran ran, IEnumerable<(string Name, bool Passed)> results, string mode)
    {
        var all = results.ToArray();
        var failed = all.Where(result => !result.Passed).Select(result => result.Name).ToArray();
        Assert.True(failed.Length == 0, $"failed: {string.Join(", ", failed)}\n{ran.All}");
        Assert.True(_names.Order().SequenceEqual(all.Select(result => result.Name).Order()), $"other cases than in cases.txt\n{ran.All}");
        ran.Succeeded();

        // What Rust itself prints, and in which mode.
        Assert.Contains($"link mode: {mode}\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Hello text from the behaviour tests: ünïcödé!\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains($"(a low voice: {mode})\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Hello a pointer from the behaviour tests!\n", ran.Output, StringComparison.Ordinal);

        // A panic that reaches the caller is not printed; one on a thread of the crate's own is.
        Assert.Contains("elsewhere", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ouch", ran.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^ +--- (?<result>PASS|FAIL|SKIP): TestBehaviour/(?<name>\S+) \(", RegexOptions.Multiline)]
    private static partial Regex GoResult();

    [GeneratedRegex(@"^(?<result>ok|FAIL) (?<name>[^\s:]+)", RegexOptions.Multiline)]
    private static partial Regex CSharpResult();
}
