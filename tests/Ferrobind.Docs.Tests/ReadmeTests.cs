using System.Text.RegularExpressions;

namespace Ferrobind.Docs.Tests;

/// <summary>The first page shows a sample, and what <c>ferrobind new demo</c> makes.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string[] Pages = ["README.md", "CONTRIBUTING.md"];

    [Theory]
    [InlineData("rust", "src/lib.rs")]
    [InlineData("go", "go/main.go")]
    [InlineData("csharp", "csharp/Program.cs")]
    public void Code_of_the_new_project_is_what_new_writes(string language, string template)
    {
        var made = Repository.Read($"src/Ferrobind.Cli/Templates/New/{template}")
            .Replace("__crate__", "demo", StringComparison.Ordinal)
            .Replace("__go__", "demo", StringComparison.Ordinal)
            .Replace("__CSharp__", "Demo", StringComparison.Ordinal);

        Assert.Contains(Shown(language), code => made.Contains(code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("go", "go/main.go")]
    [InlineData("csharp", "csharp/Program.cs")]
    [InlineData("", "expected.txt")]
    public void The_first_programs_and_what_they_print_are_those_of_the_sample(string language, string file) =>
        Assert.Contains(Repository.Read($"samples/first/{file}"), Shown(language));

    [Fact]
    public void Every_target_of_make_that_is_named_is_there()
    {
        var targets = Target().Matches(Repository.Read("Makefile"))
            .SelectMany(rule => rule.Groups["names"].Value.Split(' ')).ToHashSet();
        var named = Pages.SelectMany(page => Make().Matches(Repository.Read(page)))
            .Select(match => match.Groups["target"].Value);

        Assert.Empty(named.Except(targets));
    }

    private static IEnumerable<string> Shown(string language) =>
        from block in Block().Matches(Repository.Read("README.md"))
        where block.Groups["language"].Value == language
        select block.Groups["code"].Value;

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(?<names>[a-z_%][a-z_% -]*):", RegexOptions.Multiline)]
    private static partial Regex Target();

    [GeneratedRegex(@"\bmake (?<target>[a-z]+-?[a-z-]*)(?=[`\n ]*[`\n])")]
    private static partial Regex Make();
}
