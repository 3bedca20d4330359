using System.Text.RegularExpressions;

namespace Ferrobind.Behaviour.Tests;

/// <summary>What a program says of its cases.</summary>
internal static partial class Results
{
    public static IEnumerable<(string Name, bool Passed)> OfGo(Ran ran) =>
        GoResult().Matches(ran.Output).Select(m => (m.Groups["name"].Value, m.Groups["result"].Value == "PASS"));

    public static IEnumerable<(string Name, bool Passed)> OfCSharp(Ran ran) =>
        CSharpResult().Matches(ran.Output).Select(m => (m.Groups["name"].Value, m.Groups["result"].Value == "ok"));

    /// <summary>Fails the test unless the program has just these cases, and each passed.</summary>
    public static void AllPassed(Ran ran, IEnumerable<(string Name, bool Passed)> results, IEnumerable<string> names)
    {
        var all = results.ToArray();
        var failed = all.Where(result => !result.Passed).Select(result => result.Name).ToArray();
        Assert.True(failed.Length == 0, $"failed: {string.Join(", ", failed)}\n{ran.All}");
        Assert.True(names.Order().SequenceEqual(all.Select(result => result.Name).Order()), $"other cases than in cases.txt\n{ran.All}");
        ran.Succeeded();
    }

    [GeneratedRegex(@"^ +--- (?<result>PASS|FAIL|SKIP): Test\w+/(?<name>\S+) \(", RegexOptions.Multiline)]
    private static partial Regex GoResult();

    [GeneratedRegex(@"^(?<result>ok|FAIL) (?<name>[^\s:]+)", RegexOptions.Multiline)]
    private static partial Regex CSharpResult();
}
