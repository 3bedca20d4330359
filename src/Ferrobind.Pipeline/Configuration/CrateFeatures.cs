using System.Collections.Immutable;
using Ferrobind.Diagnostics;

namespace Ferrobind.Pipeline.Configuration;

/// <summary>Whose features are asked for: <c>regex/unicode</c> is the crate's <c>unicode</c>, as cargo writes it.</summary>
internal static class CrateFeatures
{
    /// <summary>Those of the only crate, which need not say so.</summary>
    public static IEnumerable<string> Of(string crate, IEnumerable<string> features) =>
        features.Select(feature => Split(feature) is var (owner, name) && owner == crate ? name : feature);

    /// <summary>Those of each crate of a bundle.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> Of(IReadOnlyCollection<string> crates, IEnumerable<string> features)
    {
        var asked = features.Select(feature => Split(feature) is var (owner, name) && owner is not null && crates.Contains(owner)
            ? (Owner: owner, Name: name)
            : throw ConfigurationFailures.WhoseFeature(feature, crates)).ToArray();
        return crates.ToImmutableDictionary(
            crate => crate, crate => asked.Where(a => a.Owner == crate).Select(a => a.Name).ToImmutableArray(), StringComparer.Ordinal);
    }

    private static (string? Owner, string Name) Split(string feature) =>
        feature.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? (feature[..slash], feature[(slash + 1)..]) : (null, feature);
}
