using Ferrobind.Plan;

namespace Ferrobind.Planning.Direct;

/// <summary>
/// Which exports get a direct twin: those whose arguments and result fit into registers, and whose way there allocates
/// nothing. Whether it is ever called is decided by its machine code.
/// </summary>
internal static class DirectTwins
{
    public static ExportPlan With(ExportPlan export, Func<string, TypePlan> types, IReadOnlyDictionary<string, string> refused) =>
        export with { HasDirectTwin = IsCandidate(export, types) && !refused.ContainsKey(export.DirectSymbol) };

    private static bool IsCandidate(ExportPlan export, Func<string, TypePlan> types) =>
        export is { Error: null, Target: ExportTarget.Function, UsesHandles: false, UsesScratch: false }
        && export.Parameters.All(IsStraight)
        && DirectSignature.Of(export, types) is not null;

    private static bool IsStraight(ParameterPlan parameter) => parameter is { IsInOut: false, Keep: Keep.Call }
        && (parameter.Conversion is RustConversion.Pass or RustConversion.Reference
            || (parameter.Conversion is RustConversion.Into && parameter.Form is ScalarParameter or OptionalParameter { Inner: ScalarParameter }));
}
