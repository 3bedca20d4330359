using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Json;

/// <summary>What <c>inspect --direct --json</c> prints: docs/inspect-json.md.</summary>
internal sealed record DirectDocument(
    int Schema, string Crate, string Version, string Platform, ImmutableArray<DirectItem> Exports)
{
    public static DirectDocument Of(LibraryPlan plan, BuiltLibrary library) => new(
        InspectDocument.CurrentSchema, plan.Names.Title, plan.Crates[0].Package.CrateVersion, library.Platform.RustTarget,
        [.. plan.Crates.SelectMany(crate => crate.Exports).Select(export => DirectItem.Of(export, library))]);
}

/// <summary>One export. Every field is always there; null where it has no meaning.</summary>
/// <param name="MaxElements">Of each view; null where their number does not matter.</param>
/// <param name="SuppressGcTransition">In C#, too: the call is brief enough, up to <paramref name="BriefElements"/>.</param>
/// <param name="PureGo">A Go program without cgo has it.</param>
/// <param name="CodeBytes">Of those: how long their instructions are.</param>
internal sealed record DirectItem(
    string Path, string Symbol, bool Direct, string? Reason = null, int? Stack = null, int? Instructions = null, int? Work = null,
    string? Loops = null, int? MaxElements = null, bool SuppressGcTransition = false, int? BriefElements = null,
    bool PureGo = false, string? PureGoReason = null, int? CodeBytes = null)
{
    /// <summary>Why an export without a twin is not direct.</summary>
    public const string NoTwin = "takes or returns what does not fit into registers";

    public static DirectItem Of(ExportPlan export, BuiltLibrary library)
    {
        var item = WithPure(new DirectItem(export.RustPath, export.Symbol, false), export, library);
        return (export.HasDirectTwin ? library.Direct.GetValueOrDefault(export.DirectSymbol) : null) switch
        {
            null => item with { Reason = NoTwin },
            NotDirect not => item with { Reason = not.Reason },
            ProvenDirect proven => item with
            {
                Direct = true,
                Stack = proven.Stack,
                Instructions = proven.Instructions,
                Work = proven.Work,
                Loops = proven.Loops.ToString().ToLowerInvariant(),
                MaxElements = Limit(proven.Elements),
                SuppressGcTransition = proven.BriefElements >= 0,
                BriefElements = proven.BriefElements < 0 ? null : Limit(proven.BriefElements),
            },
            var verdict => throw new ArgumentOutOfRangeException(nameof(export), verdict, "not a verdict"),
        };
    }

    private static DirectItem WithPure(DirectItem item, ExportPlan export, BuiltLibrary library) =>
        (export.HasDirectTwin ? library.Pure.GetValueOrDefault(export.DirectSymbol) : null) switch
        {
            null => item with { PureGoReason = NoTwin },
            NotPure not => item with { PureGoReason = not.Reason },
            ProvenPure proven => item with { PureGo = true, Stack = proven.Stack, CodeBytes = proven.CodeBytes },
            var verdict => throw new ArgumentOutOfRangeException(nameof(export), verdict, "not a verdict"),
        };

    private static int? Limit(int elements) => elements == int.MaxValue ? null : elements;
}
