namespace Ferrobind.Emit.Go;

/// <summary>Names in sentences.</summary>
internal static class Article
{
    /// <summary>The name with its article: <c>an Event</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="shown">How it is written, if not as it is.</param>
    public static string Of(string name, string? shown = null) =>
        $"{("AEIOU".Contains(name[0], StringComparison.Ordinal) ? "an" : "a")} {shown ?? name}";
}
