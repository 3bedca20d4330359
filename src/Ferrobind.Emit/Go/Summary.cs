using System.Collections.Immutable;
using Ferrobind.Emit.Docs;

namespace Ferrobind.Emit.Go;

/// <summary>
/// Go's convention is that a comment starts with the item's name. Rust's starts with a verb or an article, to which the
/// name can be put in front; where it cannot, a sentence of its own is.
/// </summary>
internal static class Summary
{
    /// <summary>The blocks with the name in front; null where it does not fit there.</summary>
    public static ImmutableArray<MarkdownBlock>? WithName(ItemDocs item, ImmutableArray<MarkdownBlock> blocks)
    {
        if (blocks is not [ParagraphBlock { Content: [TextInline start, .. var rest] } first, .. var others])
            return null;
        var word = start.Text.Split([' ', ','], 2)[0];
        if (Joint(word, item.IsFunction) is not { } joint)
            return null;
        var text = $"{item.Name}{joint}{char.ToLowerInvariant(start.Text[0])}{start.Text[1..]}";
        return [first with { Content = [new TextInline(text), .. rest] }, .. others];
    }

    private static string? Joint(string word, bool isFunction)
    {
        if (word == "A")
            return isFunction ? null : " is ";
        if (word.Length < 2 || !char.IsUpper(word[0]) || !word.AsSpan(1).ContainsAnyInRange('a', 'z') || word.Skip(1).Any(c => !char.IsLower(c)))
            return null;
        if (word is "The" or "An")
            return isFunction ? null : " is ";
        // Calculates, Adds; but not This, Thus nor Less.
        return isFunction && word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')
            && word is not ("Does" or "Always" or "Perhaps" or "Sometimes" or "Besides")
            ? " "
            : null;
    }
}
