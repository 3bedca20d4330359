using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Pipeline;

/// <summary>
/// What the command line asks for. A null or empty part falls back to the <c>ferrobind.toml</c>, of the crate, or, of a bundle, in
/// <see cref="WorkingDirectory"/>; and then to the default.
/// </summary>
public sealed record BindRequest
{
    /// <summary>One crate, or several: then they are a bundle.</summary>
    public required ImmutableArray<CrateSource> Crates { get; init; }

    /// <summary>The name of the bundle; null for that of its crates. One crate with a name is a bundle, too.</summary>
    public string? Name { get; init; }

    /// <summary>Whether this is a bundle, in which each crate has a package and a namespace of its own.</summary>
    public bool IsBundle => Crates.Length > 1 || Name is not null;

    /// <summary>Where cargo and the tools run: the user's current directory.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The output directories; null for none.</summary>
    public string? GoDirectory { get; init; }

    public string? CSharpDirectory { get; init; }

    public string? HeaderDirectory { get; init; }

    /// <summary>The mode that a program gets which does not choose; the default is dynamic.</summary>
    public LinkMode? Link { get; init; }

    /// <summary>The features that are asked for; those of a bundle say whose they are: <c>regex/unicode</c>.</summary>
    public ImmutableArray<string> Features { get; init; } = [];

    /// <summary>No crate's default features.</summary>
    public bool NoDefaultFeatures { get; init; }

    public string? GoModule { get; init; }

    public string? CSharpNamespace { get; init; }

    /// <summary>Public paths to leave out.</summary>
    public ImmutableArray<string> Skip { get; init; } = [];

    /// <summary>Generic types to instantiate besides those that the API mentions.</summary>
    public ImmutableArray<string> Instantiate { get; init; } = [];

    /// <summary>What is said about single crates, by their names.</summary>
    public ImmutableDictionary<string, CrateSettings> Settings { get; init; } = ImmutableDictionary<string, CrateSettings>.Empty;

    /// <summary>The cargo target directory; null for the crate's own, or <c>target</c> for one of a registry.</summary>
    public string? TargetDirectory { get; init; }

    /// <summary>Do the work even where nothing changed.</summary>
    public bool Force { get; init; }
}
