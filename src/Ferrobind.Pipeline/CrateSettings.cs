using System.Collections.Immutable;

namespace Ferrobind.Pipeline;

/// <summary>What is said about one crate: on the command line, in its own <c>ferrobind.toml</c>, or in that of a bundle.</summary>
public sealed record CrateSettings
{
    public ImmutableArray<string> Features { get; init; } = [];

    public bool NoDefaultFeatures { get; init; }

    /// <summary>Public paths to leave out.</summary>
    public ImmutableArray<string> Skip { get; init; } = [];

    /// <summary>Generic types to instantiate besides those that the API mentions.</summary>
    public ImmutableArray<string> Instantiate { get; init; } = [];

    /// <summary>These, completed by others: features that are named here stand for themselves, all else is joined.</summary>
    public CrateSettings Over(CrateSettings others) => new()
    {
        Features = Features.IsEmpty ? others.Features : Features,
        NoDefaultFeatures = NoDefaultFeatures || others.NoDefaultFeatures,
        Skip = [.. Skip, .. others.Skip],
        Instantiate = [.. Instantiate, .. others.Instantiate],
    };
}
