using System.Collections.Immutable;
using Ferrobind.Rustdoc.Documents;

namespace Ferrobind.Rustdoc.Walking;

/// <summary>A public item, and the paths that reach it.</summary>
internal sealed class Reached(Target target)
{
    private readonly SortedSet<PublicPath> paths = [];

    public Target Target { get; } = target;

    public string Path => paths.Min!.Text;

    public ImmutableArray<string> OtherPaths =>
        [.. paths.Skip(1).Select(path => path.Text).Order(StringComparer.Ordinal)];

    public void By(PublicPath path) => paths.Add(path);
}
