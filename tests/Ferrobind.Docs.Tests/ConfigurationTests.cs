using System.Text.RegularExpressions;

namespace Ferrobind.Docs.Tests;

/// <summary>docs/configuration.md has the keys of <c>ferrobind.toml</c>, and no others.</summary>
public sealed partial class ConfigurationTests
{
    private const string Source = "src/Ferrobind.Pipeline/Configuration/ConfigurationToml.cs";

    [Fact]
    public void The_table_has_every_key()
    {
        var classes = Class().Split(Repository.Read(Source))[1..].Chunk(2).ToDictionary(part => part[0], part => part[1]);
        var keys = Keys("ConfigurationToml", "", classes);
        var rows = Row().Matches(Repository.Read("docs/configuration.md")).Select(row => row.Groups["key"].Value);

        Assert.Equal(keys.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Keys(string name, string prefix, Dictionary<string, string> classes) =>
        Property().Matches(classes[name]).SelectMany(property =>
        {
            var (type, key) = (property.Groups["type"].Value, prefix + property.Groups["key"].Value);
            return type.StartsWith("Dictionary<", StringComparison.Ordinal) ? Keys(type.Split(' ', '>')[1], key + ".NAME.", classes)
                : classes.ContainsKey(type) ? Keys(type, key + ".", classes)
                : [key];
        });

    [GeneratedRegex(@"class (\w+Toml)\b")]
    private static partial Regex Class();

    [GeneratedRegex("""\[TomlPropertyName\("(?<key>[^"]+)"\)\]\s+public (?<type>[\w<>, ]+)\?""")]
    private static partial Regex Property();

    [GeneratedRegex(@"^\| `(?<key>[A-Za-z.-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
