namespace Ferrobind.Build;

/// <summary>What a build script that ran told cargo about when to run it again.</summary>
/// <param name="PackageId">Whose script it is.</param>
/// <param name="WatchesPaths">False: cargo runs it again after any change in its package.</param>
/// <param name="Variables">Environment variables that it depends on.</param>
public sealed record BuildScript(string PackageId, bool WatchesPaths, IReadOnlyList<string> Variables)
{
    private static readonly string[] Prefixes = ["cargo:", "cargo::"];
    private const string Path = "rerun-if-changed=";
    private const string Variable = "rerun-if-env-changed=";

    /// <param name="outDirectory">The script's <c>OUT_DIR</c>; what it printed is beside that.</param>
    internal static BuildScript Read(string packageId, string outDirectory)
    {
        var output = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(outDirectory)!, "output");
        var lines = File.Exists(output) ? File.ReadAllLines(output) : [];
        var variables = lines.SelectMany(line => Value(line, Variable)).Distinct().Order(StringComparer.Ordinal).ToArray();

        // Either instruction alone ends the rule that any change counts.
        return new BuildScript(packageId, variables.Length > 0 || lines.Any(line => Value(line, Path).Any()), variables);
    }

    private static IEnumerable<string> Value(string line, string key) => Prefixes
        .Where(prefix => line.StartsWith(prefix + key, StringComparison.Ordinal))
        .Select(prefix => line[(prefix.Length + key.Length)..].Trim());
}
