using System.Collections.Immutable;
using System.Text;

namespace Ferrobind.Planning.Naming;

/// <summary>Splits a Rust identifier into its words: at underscores, at case changes, and after acronyms.</summary>
internal static class Words
{
    /// <summary><c>utf8_len</c> → utf8, len; <c>HTTPClient</c> → HTTP, Client; <c>parseURL</c> → parse, URL.</summary>
    public static ImmutableArray<string> Of(string identifier)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var part in identifier.Replace("r#", "", StringComparison.Ordinal)
            .Split(['_', '-', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            for (var i = 1; i < part.Length; i++)
            {
                var beforeIsLower = !char.IsUpper(part[i - 1]);
                var endsAcronym = char.IsUpper(part[i - 1]) && i + 1 < part.Length && char.IsLower(part[i + 1]);
                if (char.IsUpper(part[i]) && (beforeIsLower || endsAcronym))
                {
                    words.Add(part[start..i]);
                    start = i;
                }
            }

            words.Add(part[start..]);
        }

        return words.ToImmutable();
    }

    /// <summary>First letter upper case, the rest lower case; a word without case stays as it is.</summary>
    public static string Capitalize(string word) =>
        string.Concat(word[..1].ToUpperInvariant(), word[1..].ToLowerInvariant());

    /// <summary>An identifier of ASCII letters, digits and <c>_</c>: any other character is written as its code.</summary>
    public static string Ascii(string identifier)
    {
        var text = new StringBuilder();
        foreach (var rune in identifier.EnumerateRunes())
        {
            if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value == '_'))
                text.Append((char)rune.Value);
            else
                text.Append(rune.Value == '-' ? "_" : $"u{rune.Value:x4}");
        }

        return text.ToString();
    }
}
