using System.Text.RegularExpressions;

namespace Ferrobind.Docs.Tests;

/// <summary>Each number is made in one place and explained in one place.</summary>
public sealed partial class DiagnosticsTests
{
    private static readonly string[] Made =
    [
        .. Repository.FilesNamed(".cs")
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(file => Literal().Matches(Repository.Read(file)))
            .Select(match => match.Groups["number"].Value),
    ];

    private static readonly string[] Explained =
    [
        .. Entry().Matches(Repository.Read("docs/diagnostics.md")).Select(match => match.Groups["number"].Value),
    ];

    [Fact]
    public void Every_number_has_an_entry() => Assert.Empty(Made.Except(Explained));

    [Fact]
    public void Every_entry_has_a_number() => Assert.Empty(Explained.Except(Made));

    [Fact]
    public void A_number_is_made_in_one_place() => Assert.Empty(Repeated(Made));

    [Fact]
    public void Entries_are_in_order_and_there_is_one_of_each() =>
        Assert.Equal(Explained.Distinct().Order(StringComparer.Ordinal), Explained);

    [Fact]
    public void An_entry_says_something()
    {
        var page = Repository.Read("docs/diagnostics.md");
        Assert.All(Entry().Matches(page), entry => Assert.True(
            page[(entry.Index + entry.Length)..].TrimStart() is [not '#', ..], $"{entry.Value} is empty"));
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> numbers) =>
        numbers.GroupBy(number => number).Where(group => group.Count() > 1).Select(group => group.Key);

    [GeneratedRegex("\"(?<number>FB[0-9]{4})\"")]
    private static partial Regex Literal();

    [GeneratedRegex("^### (?<number>FB[0-9]{4})$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
