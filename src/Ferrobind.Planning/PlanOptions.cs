using System.Collections.Immutable;

namespace Ferrobind.Planning;

/// <summary>What the user, and the compiler, have said about the plan of a crate.</summary>
public sealed record PlanOptions
{
    /// <summary>The crate as Cargo knows it; it may have hyphens.</summary>
    public required string CrateName { get; init; }

    /// <summary>Public paths to leave out; a path also leaves out what lies below it.</summary>
    public ImmutableArray<string> Skip { get; init; } = [];

    /// <summary>Generic types to instantiate besides those that the API mentions: <c>IndexMap&lt;String, i64&gt;</c>.</summary>
    public ImmutableArray<string> Instantiate { get; init; } = [];

    /// <summary>Types that the compiler refused as data, by key, with its message.</summary>
    public ImmutableDictionary<string, string> RefusedTypes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Types that cross otherwise in a crate that is bound together with this one, by key, with that crate's name. In Rust they are one type,
    /// which crosses in one way.
    /// </summary>
    public ImmutableDictionary<string, string> BoundOtherwise { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Exports that the compiler refused once, by symbol, and that can be written in another way.</summary>
    public ImmutableHashSet<string> Retried { get; init; } = [];

    /// <summary>Exports that the compiler refused, by symbol, with its message.</summary>
    public ImmutableDictionary<string, string> Refused { get; init; } = ImmutableDictionary<string, string>.Empty;
}
