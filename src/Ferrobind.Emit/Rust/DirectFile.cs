using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust;

/// <summary><c>src/direct.rs</c>: the direct twins of the exports that have one.</summary>
internal static class DirectFile
{
    public static (GeneratedFile File, ImmutableArray<ExportSpan> Spans) Emit(BridgePlan plan)
    {
        var twins = plan.Exports.Where(e => e.HasDirectTwin).ToImmutableArray();
        var path = RustModule.Of(plan.Package).File("direct.rs");
        var writer = new CodeWriter("    ");
        var spans = ImmutableArray.CreateBuilder<ExportSpan>(twins.Length);
        writer.Line("""
            //! The direct exports: each does what the export of its name does, or declines.
            //!
            //! # Safety
            //!
            //! A caller keeps to docs/abi.md and docs/direct.md of Ferrobind.

            #![allow(clippy::too_many_arguments, clippy::op_ref, deprecated, non_snake_case)]

            use crate::runtime::*;
            """);
        foreach (var export in twins)
        {
            writer.Blank();
            var first = writer.NextLine;
            writer.Line($"/// `{export.RustPath}`");
            var isUnsafe = export.Parameters.Any(p => p.Form.IsMemory);
            using (RustSignature.Open(
                writer, export.DirectSymbol, RustSignature.Parameters(plan, export), RustSignature.Direct(plan, export), isUnsafe))
                RustBody.WriteDirect(writer, plan, export);
            spans.Add(new ExportSpan(export.DirectSymbol, path, first, writer.NextLine - 1));
        }

        return (new GeneratedFile(path, writer.ToString()), spans.MoveToImmutable());
    }
}
