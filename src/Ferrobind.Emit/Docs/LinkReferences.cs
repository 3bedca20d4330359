using System.Text.RegularExpressions;

namespace Ferrobind.Emit.Docs;

/// <summary>The definitions <c>[label]: target</c> of a document, which may stand anywhere in it.</summary>
internal sealed partial class LinkReferences
{
    private readonly Dictionary<string, string> _targets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Removes the definitions from the lines, and keeps them.</summary>
    public static LinkReferences TakeFrom(List<string> lines)
    {
        var references = new LinkReferences();
        string? fence = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var trimmed = lines[i].TrimStart();
            if (fence is not null)
                fence = trimmed.StartsWith(fence, StringComparison.Ordinal) ? null : fence;
            else if (trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal))
                fence = trimmed[..3];
            else if (Definition().Match(lines[i]) is { Success: true } match)
            {
                references._targets.TryAdd(match.Groups["label"].Value, match.Groups["target"].Value.Trim('<', '>'));
                lines.RemoveAt(i--);
            }
        }

        return references;
    }

    /// <summary>What a label stands for; null where it is not defined.</summary>
    public string? Find(string label) => _targets.GetValueOrDefault(label.Trim());

    [GeneratedRegex("""^ {0,3}\[(?<label>[^\]^]+)\]:\s*(?<target>\S+)(\s+("[^"]*"|'[^']*'|\([^)]*\)))?\s*$""")]
    private static partial Regex Definition();
}
