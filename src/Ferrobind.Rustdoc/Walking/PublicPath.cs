namespace Ferrobind.Rustdoc.Walking;

/// <summary>
/// A path to an item, crate first. The best sorts first: not through a <c>prelude</c>, then the fewest segments, then
/// in ordinal order.
/// </summary>
internal sealed record PublicPath : IComparable<PublicPath>
{
    private readonly string[] segments;

    private PublicPath(string[] segments)
    {
        this.segments = segments;
        Text = string.Join("::", segments);
    }

    public PublicPath(string crate)
        : this([crate])
    {
    }

    /// <summary>A path that was written.</summary>
    public static PublicPath Parse(string text) => new(text.Split("::"));

    public string Text { get; }

    private bool IsPrelude => segments.AsSpan().Contains("prelude");

    public PublicPath Then(string name) => new([.. segments, name]);

    /// <summary>
    /// Compares segment by segment: where one module sorts before another, so does everything in it. The walk
    /// relies on that.
    /// </summary>
    public int CompareTo(PublicPath? other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IsPrelude != other.IsPrelude)
        {
            return IsPrelude ? 1 : -1;
        }

        var order = segments.Length.CompareTo(other.segments.Length);
        for (var i = 0; order == 0 && i < segments.Length; i++)
        {
            order = string.CompareOrdinal(segments[i], other.segments[i]);
        }

        return order;
    }
}
