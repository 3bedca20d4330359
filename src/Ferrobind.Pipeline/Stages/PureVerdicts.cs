using System.Collections.Immutable;
using Ferrobind.Build.Analysis;
using Ferrobind.Build.Pure;
using Ferrobind.Plan;

namespace Ferrobind.Pipeline.Stages;

/// <summary>Which exports a Go program without cgo has, and the object with their code. What counts is the static library, of which that is made.</summary>
internal static class PureVerdicts
{
    /// <summary>What a library proves of each export that has a direct twin, by the twin's symbol.</summary>
    public static ImmutableSortedDictionary<string, PureVerdict> Of(LibraryPlan plan, string library)
    {
        var verdicts = ImmutableSortedDictionary.CreateBuilder<string, PureVerdict>(StringComparer.Ordinal);
        var twins = DirectVerdicts.Twins(plan).ToArray();
        if (twins.Length == 0 || !OperatingSystem.IsLinux())
            return verdicts.ToImmutable();
        var proof = ClosedProof.Of(library);
        foreach (var (export, signature) in twins)
            verdicts[export.DirectSymbol] = proof.Judge(export.DirectSymbol, signature);
        return verdicts.ToImmutable();
    }

    /// <summary>Makes the object of those that the archive has, and proves.</summary>
    /// <param name="verdicts">Of the shared library; those that it speaks against are not in the archive.</param>
    public static ImmutableSortedDictionary<string, PureVerdict> Make(
        ImmutableSortedDictionary<string, PureVerdict> verdicts, LibraryPlan plan, string archive, string path)
    {
        var candidates = DirectVerdicts.Twins(plan).Where(t => verdicts.GetValueOrDefault(t.Export.DirectSymbol) is ProvenPure)
            .ToDictionary(t => t.Export.DirectSymbol, t => t.Signature);
        return candidates.Count == 0 ? verdicts : verdicts.SetItems(PureObject.Make(archive, candidates, path));
    }
}
