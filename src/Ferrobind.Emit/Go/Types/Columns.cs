using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Lines in columns, as gofmt aligns them: those that follow each other without an empty line or a comment.</summary>
internal static class Columns
{
    /// <summary>Runs of items without a comment; one with a comment is a run of its own.</summary>
    public static ImmutableArray<ImmutableArray<T>> Group<T>(ImmutableArray<T> items, Func<T, bool> hasComment)
    {
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<T>>();
        for (var start = 0; start < items.Length;)
        {
            var end = start + 1;
            while (end < items.Length && !hasComment(items[start]) && !hasComment(items[end]))
                end++;
            groups.Add(items[start..end]);
            start = end;
        }

        return groups.ToImmutable();
    }

    public static bool HasComment(Documentation docs) => !string.IsNullOrWhiteSpace(docs.Markdown) || docs.Deprecated is not null;

    /// <summary>How many columns gofmt counts: one a code point.</summary>
    public static int Width(string text) => text.EnumerateRunes().Count();

    public static string Pad(string text, int width) => text + new string(' ', width - Width(text));
}
