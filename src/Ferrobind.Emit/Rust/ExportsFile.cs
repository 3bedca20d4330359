using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust;

/// <summary><c>src/exports.rs</c>: one short function an export.</summary>
internal static class ExportsFile
{
    public static (GeneratedFile File, ImmutableArray<ExportSpan> Spans) Emit(BridgePlan plan)
    {
        var place = RustModule.Of(plan.Package);
        var path = place.File("exports.rs");
        var writer = new CodeWriter("    ");
        var spans = ImmutableArray.CreateBuilder<ExportSpan>(plan.Exports.Length);
        writer.Line($"""
            //! The exports: each checks what arrives, calls the crate, and hands back what it returns.
            //!
            //! # Safety
            //!
            //! A caller keeps to the header, and to docs/abi.md of Ferrobind.

            // Names and signatures are the crate's, flattened; operands are borrowed if the operator is so defined;
            // and what the crate deprecates, it still offers.
            #![allow(clippy::too_many_arguments, clippy::op_ref, deprecated, non_snake_case)]
            """);
        List<string> used = [];
        if (!plan.Exports.IsEmpty)
            used.Add("crate::runtime");
        if (plan.Exports.Any(e => NamesMirror(plan, e)))
            used.Add($"{place.Path}::types");
        if (used.Count > 0)
            writer.Blank();
        foreach (var module in used.Order(StringComparer.Ordinal))
            writer.Line($"use {module}::*;");
        foreach (var export in plan.Exports)
        {
            writer.Blank();
            var first = writer.NextLine;
            WriteExport(writer, plan, export);
            spans.Add(new ExportSpan(export.Symbol, path, first, writer.NextLine - 1));
        }

        return (new GeneratedFile(path, writer.ToString()), spans.MoveToImmutable());
    }

    private static void WriteExport(CodeWriter writer, BridgePlan plan, ExportPlan export)
    {
        writer.Line($"/// `{export.RustPath}`");
        var isUnsafe = export.Parameters.Any(p => p.Form.IsMemory);
        var result = RustSignature.Result(plan, export.Result);
        using (RustSignature.Open(writer, export.Symbol, RustSignature.Parameters(plan, export), result, isUnsafe))
            RustBody.Write(writer, plan, export);
    }

    private static bool NamesMirror(BridgePlan plan, ExportPlan export)
    {
        IEnumerable<string?> keys =
        [
            .. export.Parameters.Select(p => p.Form switch
            {
                NamedParameter named => named.Key,
                RecordSliceParameter slice => slice.Key,
                _ => null,
            }),
            (export.Result as NamedResult)?.Key,
        ];
        return keys.Any(key => key is not null && plan.Type(key) is RecordPlan);
    }
}
