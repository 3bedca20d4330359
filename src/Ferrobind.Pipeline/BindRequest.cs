using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Pipeline;

/// <summary>
/// What the command line asks for. A null or empty part falls back to the crate's <c>ferrobind.toml</c>, and then to
/// the default.
/// </summary>
public sealed record BindRequest
{
    public required CrateSource Crate { get; init; }

    /// <summary>Where cargo and the tools run: the user's current directory.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The output directories; null for none.</summary>
    public string? GoDirectory { get; init; }

    public string? CSharpDirectory { get; init; }

    public string? HeaderDirectory { get; init; }

    /// <summary>The mode that a program gets which does not choose; the default is dynamic.</summary>
    public LinkMode? Link { get; init; }

    public ImmutableArray<string> Features { get; init; } = [];

    public bool NoDefaultFeatures { get; init; }

    public string? GoModule { get; init; }

    public string? CSharpNamespace { get; init; }

    /// <summary>Public paths to leave out.</summary>
    public ImmutableArray<string> Skip { get; init; } = [];

    /// <summary>Generic types to instantiate besides those that the API mentions.</summary>
    public ImmutableArray<string> Instantiate { get; init; } = [];

    /// <summary>The cargo target directory; null for the crate's own, or <c>target</c> for one of a registry.</summary>
    public string? TargetDirectory { get; init; }

    /// <summary>Do the work even where nothing changed.</summary>
    public bool Force { get; init; }
}
