using System.Text;

namespace Ferrobind.Build;

/// <summary>
/// Reads the make rules that cargo leaves beside what it builds: <c>target.so: src/lib.rs with\ space.rs</c>.
/// </summary>
public static class DepInfo
{
    /// <summary>The prerequisites of all rules in the file, as full paths, each once.</summary>
    public static IReadOnlyList<string> Read(string path) =>
        Parse(File.ReadAllText(path), Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <param name="directory">What relative paths are relative to.</param>
    public static IReadOnlyList<string> Parse(string text, string directory) =>
    [
        .. text.ReplaceLineEndings("\n").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .SelectMany(Prerequisites)
            .Select(path => Path.GetFullPath(path, directory))
            .Distinct(),
    ];

    private static IEnumerable<string> Prerequisites(string rule)
    {
        // The colon that ends the target is the one before a space: C:\x.dll has another.
        var colon = rule.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? [] : Words(rule[(colon + 2)..]);
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == ' ')
            {
                word.Append(text[++i]); // the one character that cargo escapes: a backslash stands for itself
            }
            else if (text[i] != ' ')
            {
                word.Append(text[i]);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
