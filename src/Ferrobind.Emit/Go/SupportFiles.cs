using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ferrobind.Emit.Go;

/// <summary>
/// The support code that a package needs, and no more: unused functions are what a linter would find. A file is needed
/// where what it declares is used, by the package or by another one that is needed.
/// </summary>
internal static partial class SupportFiles
{
    private const string Clause = "package support\n";

    /// <summary>The names of the files, none of which is given to another.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        .. typeof(SupportFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".go", StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^".go".Length])
            .Order(StringComparer.Ordinal),
    ];

    private const string Prefix = "Ferrobind.Emit.Go.Runtime.";

    public static IEnumerable<GeneratedFile> Of(GoPackage package)
    {
        // What programs name is there with cgo and without.
        string[] always = package.IsPure ? ["argumenterror", "rustpanic"] : ["argumenterror", "failure", "rustpanic"];
        var needed = new SortedDictionary<string, string>(always.ToDictionary(name => name, Read), StringComparer.Ordinal);
        var open = Names.Where(name => !needed.ContainsKey(name)).ToDictionary(name => name, Read);
        var used = package.Texts.Concat(needed.Values).Aggregate(new HashSet<string>(StringComparer.Ordinal), Use);
        while (open.FirstOrDefault(file => Declared(file.Value).Any(used.Contains)) is { Key: { } name } found)
        {
            open.Remove(name);
            needed.Add(name, found.Value);
            Use(used, found.Value);
        }

        return needed.Select(file => new GeneratedFile(
            file.Key + ".go", $"{package.Source()}package {package.Name}\n{file.Value[Clause.Length..]}"));
    }

    private static string Read(string name)
    {
        var source = RuntimeSource.Read($"Go/Runtime/{name}.go");
        return source.StartsWith(Clause, StringComparison.Ordinal)
            ? source
            : throw new InvalidOperationException($"the first line of {name}.go is not: {Clause}");
    }

    /// <summary>What a file declares: functions, methods with a dot before them, types and constants.</summary>
    private static IEnumerable<string> Declared(string source) => Declaration().Matches(source)
        .Select(match => match.Groups["method"].Success ? "." + match.Groups["method"].Value : match.Groups["name"].Value);

    private static HashSet<string> Use(HashSet<string> used, string source)
    {
        var code = GoPackage.WithoutText(source);
        foreach (Match match in Word().Matches(code))
        {
            used.Add(match.Value.TrimStart('.'));
            used.Add(match.Value);
        }

        return used;
    }

    // The type Error has a function that makes it; its name alone is also that of every error's method.
    [GeneratedRegex(@"^func \(\w+ \*?fb\w+(\[.*?\])?\) (?<method>\w+)|^(func|type|const|var) (?<name>(?!Error\b|init\b)\w+)|^\t(?<name>Bound\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\.?\b\w+")]
    private static partial Regex Word();
}
