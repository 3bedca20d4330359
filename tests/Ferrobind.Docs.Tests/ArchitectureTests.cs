using System.Text.RegularExpressions;

namespace Ferrobind.Docs.Tests;

/// <summary>What a stage cannot see, it cannot decide again. The references keep it so, and these tests the references.</summary>
public sealed partial class ArchitectureTests
{
    [Fact]
    public void The_table_of_projects_says_what_the_project_files_say()
    {
        var table = TableRow().Matches(Repository.Read("docs/architecture.md")).ToDictionary(
            row => row.Groups["project"].Value,
            row => row.Groups["references"].Value is "nothing"
                ? ""
                : Sorted(row.Groups["references"].Value.Split(", ").Select(name => "Ferrobind." + name)));
        var files = ProjectFile.All.Values.ToDictionary(project => project.Name, project => Sorted(project.References));

        Assert.Equal(Lines(files), Lines(table));
    }

    [Theory]
    [InlineData("Ferrobind.Diagnostics")]
    [InlineData("Ferrobind.Api")]
    [InlineData("Ferrobind.Plan", "Ferrobind.Diagnostics")]
    [InlineData("Ferrobind.Rustdoc", "Ferrobind.Api", "Ferrobind.Diagnostics")]
    [InlineData("Ferrobind.Planning", "Ferrobind.Api", "Ferrobind.Plan", "Ferrobind.Diagnostics")]
    [InlineData("Ferrobind.Emit", "Ferrobind.Plan", "Ferrobind.Diagnostics")]
    [InlineData("Ferrobind.Build", "Ferrobind.Plan", "Ferrobind.Diagnostics")]
    public void A_stage_sees_no_more_than_it_needs(string project, params string[] visible) =>
        Assert.Subset(visible.ToHashSet(), ProjectFile.ReachableFrom(project).ToHashSet());

    [Fact]
    public void The_emitters_refer_to_the_plan_alone() =>
        Assert.Equal(["Ferrobind.Plan"], ProjectFile.All["Ferrobind.Emit"].References);

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("Ferrobind.slnx");
        Assert.All(ProjectFile.All.Keys, name => Assert.Contains($"src/{name}/{name}.csproj", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void The_files_that_the_page_names_are_there()
    {
        var names = SourceFile().Matches(Repository.Read("docs/architecture.md"))
            .Select(match => match.Groups["path"].Value).ToArray();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains($"src/Ferrobind.{name}", Repository.Files));
    }

    private static string Sorted(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private static IEnumerable<string> Lines(Dictionary<string, string> references) =>
        references.Select(pair => $"{pair.Key}: {pair.Value}").Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^\| `(?<project>Ferrobind\.\w+)` \| (?<references>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"`(?<path>[A-Z]\w*(/\w+)*/\w+\.(cs|rs))`")]
    private static partial Regex SourceFile();
}
