using System.Text;
using System.Text.RegularExpressions;

namespace Ferrobind.Docs.Tests;

/// <summary>Links between pages lead somewhere.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Every_relative_link_leads_to_a_file_and_a_heading() =>
        Assert.Empty(Repository.FilesNamed(".md").SelectMany(Broken));

    private static IEnumerable<string> Broken(string page) =>
        from match in Link().Matches(WithoutCode(Repository.Read(page)))
        let target = match.Groups["target"].Value
        where !target.Contains("://", StringComparison.Ordinal) && !Resolves(page, target)
        select $"{page}: {target}";

    private static bool Resolves(string page, string target)
    {
        var (path, anchor) = target.Split('#') is [var before, var after] ? (before, after) : (target, null);
        var full = path.Length == 0
            ? Path.Combine(Repository.Root, page)
            : Path.GetFullPath(path, Path.Combine(Repository.Root, Path.GetDirectoryName(page)!));
        return anchor is null
            ? File.Exists(full) || Directory.Exists(full)
            : File.Exists(full) && Heading().Matches(File.ReadAllText(full)).Any(heading => Anchor(heading.Groups["text"].Value) == anchor);
    }

    // As the web makes them: lower case, no punctuation, hyphens for spaces.
    private static string Anchor(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var c in heading.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
                anchor.Append(c);
            else if (c == ' ')
                anchor.Append('-');
        }

        return anchor.ToString();
    }

    private static string WithoutCode(string markdown) => Code().Replace(markdown, "");

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`(?!\])", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
