namespace Ferrobind.Emit;

/// <summary>Names in a sentence: <c>regex</c>, <c>regex and url</c>, <c>regex, url and semver</c>.</summary>
internal static class Listing
{
    public static string Of<T>(ReadOnlySpan<T> items, Func<T, string> name)
    {
        var names = new List<string>(items.Length);
        foreach (var item in items)
            names.Add(name(item));
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }
}
