using System.Collections.Immutable;
using Ferrobind.Build.Analysis;
using Ferrobind.Plan;

namespace Ferrobind.Pipeline.Stages;

/// <summary>
/// What the machine code of a library proves of each export that has a direct twin. The shared library and the static one are
/// two results of the linker's, so each is looked at, and what holds is what both prove.
/// </summary>
internal static class DirectVerdicts
{
    /// <summary>By the twin's symbol.</summary>
    public static ImmutableSortedDictionary<string, DirectVerdict> Of(LibraryPlan plan, string library)
    {
        var verdicts = ImmutableSortedDictionary.CreateBuilder<string, DirectVerdict>(StringComparer.Ordinal);
        var twins = Twins(plan).ToArray();
        if (twins.Length == 0 || !OperatingSystem.IsLinux())
            return verdicts.ToImmutable();
        var proof = DirectProof.Of(library);
        foreach (var (export, signature) in twins)
            verdicts[export.DirectSymbol] = proof.Judge(export.DirectSymbol, signature);
        return verdicts.ToImmutable();
    }

    /// <summary>The same of a second library, of those that the first one proves.</summary>
    public static ImmutableSortedDictionary<string, DirectVerdict> And(
        ImmutableSortedDictionary<string, DirectVerdict> verdicts, LibraryPlan plan, string library)
    {
        if (!verdicts.Values.OfType<ProvenDirect>().Any())
            return verdicts;
        var proof = DirectProof.Of(library);
        foreach (var (export, signature) in Twins(plan))
        {
            if (verdicts[export.DirectSymbol] is ProvenDirect proven)
                verdicts = verdicts.SetItem(
                    export.DirectSymbol, Both(proven, proof.Judge(export.DirectSymbol, signature)));
        }

        return verdicts;
    }

    /// <summary>The exports that have a direct twin.</summary>
    public static IEnumerable<(ExportPlan Export, DirectSignature Signature)> Twins(LibraryPlan plan) =>
        from crate in plan.Crates
        from export in crate.Exports
        where export.HasDirectTwin
        select (export, DirectSignature.Of(export, crate.Type)!);

    private static DirectVerdict Both(ProvenDirect one, DirectVerdict other) => other switch
    {
        ProvenDirect second => new ProvenDirect(
            one.Symbol, Math.Max(one.Stack, second.Stack), Math.Max(one.Instructions, second.Instructions), Math.Max(one.Work, second.Work),
            (DirectLoops)Math.Max((int)one.Loops, (int)second.Loops), Math.Min(one.Elements, second.Elements),
            Math.Min(one.BriefElements, second.BriefElements), Math.Max(one.BriefWork, second.BriefWork)),
        NotDirect not => not with { Reason = $"in the static library, it {not.Reason}" },
        _ => throw new ArgumentOutOfRangeException(nameof(other), other, "not a verdict"),
    };
}
