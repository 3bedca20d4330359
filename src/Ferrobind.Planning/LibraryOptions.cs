using System.Collections.Immutable;

namespace Ferrobind.Planning;

/// <summary>What the user has said about the library as a whole.</summary>
public sealed record LibraryOptions
{
    /// <summary>The name of the bundle; null for a library of one crate, which has the crate's.</summary>
    public string? Bundle { get; init; }

    /// <summary>The Go module path; null for <c>rust/PACKAGE</c>, or <c>rust/BUNDLE</c>.</summary>
    public string? GoModule { get; init; }

    /// <summary>
    /// The C# project, assembly and namespace; null for the name in Pascal case. The namespaces of a bundle's crates are below it where it is
    /// given; else each crate has the one that it has alone.
    /// </summary>
    public string? CSharpNamespace { get; init; }

    /// <summary>Generic types to instantiate, each of whichever crates have it.</summary>
    public ImmutableArray<string> Instantiate { get; init; } = [];
}
