using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust;

/// <summary><c>src/exports.rs</c>: one short function an export.</summary>
internal static class ExportsFile
{
    public const string Path = "src/exports.rs";

    // rustfmt's max_width for the arguments of a call; here of `call`, with the closure.
    private const int MaxArgumentsWidth = 60;

    public static (GeneratedFile File, ImmutableArray<ExportSpan> Spans) Emit(BridgePlan plan)
    {
        var writer = new CodeWriter("    ");
        var spans = ImmutableArray.CreateBuilder<ExportSpan>(plan.Exports.Length);
        writer.Line($"""
            //! The exports: each checks what arrives, calls the crate, and hands back what it returns.
            //!
            //! # Safety
            //!
            //! A caller keeps to the header, and to docs/abi.md of Ferrobind.

            // Names and signatures are the crate's, flattened; and what the crate deprecates, it still offers.
            #![allow(clippy::too_many_arguments, deprecated, non_snake_case)]
            """);
        if (!plan.Exports.IsEmpty)
            writer.Blank().Line("use crate::runtime::*;");
        foreach (var export in plan.Exports)
        {
            writer.Blank();
            var first = writer.NextLine;
            WriteExport(writer, export);
            spans.Add(new ExportSpan(export.Symbol, Path, first, writer.NextLine - 1));
        }

        return (new GeneratedFile(Path, writer.ToString()), spans.MoveToImmutable());
    }

    private static void WriteExport(CodeWriter writer, ExportPlan export)
    {
        writer.Line($"/// `{export.RustPath}`");
        var isUnsafe = export.Parameters.Any(p => p.Form.IsMemory);
        var result = RustSignature.Result(export.Result);
        using (RustSignature.Open(writer, export.Symbol, RustSignature.Parameters(export), result, isUnsafe))
            WriteBody(writer, export);
    }

    private static void WriteBody(CodeWriter writer, ExportPlan export)
    {
        var target = new RustCall("::" + RustKeywords.InCode(export.RustPath), [.. export.Parameters.Select(RustArguments.Argument)]);
        var expression = export.Target is ExportTarget.Value ? target.Callee : target.ToString();
        var method = export.Error is null ? "frame.value" : "frame.result";
        var scratch = export.UsesScratch ? "scratch" : "None";
        var reply = new RustCall(method, [expression]);
        var isUnit = export is { Result: UnitResult, Error: null };

        var hasLifts = export.Parameters.Any(p => !IsReady(p.Form));
        var closure = $"{scratch}, |frame| {reply}";
        if (!isUnit && !hasLifts && closure.Length <= MaxArgumentsWidth)
        {
            writer.Line($"call({closure})");
            return;
        }

        var frame = isUnit && !export.Parameters.Any(p => RustArguments.NeedsFrame(p.Form)) ? "_" : "frame";
        using (writer.Block($"call({scratch}, |{frame}| {{", "})"))
        {
            RustArguments.WriteLifts(writer, export);
            if (isUnit)
            {
                target.WriteStatement(writer, ";");
                writer.Line("Ok(())");
            }
            else if (export.Target is ExportTarget.Value || reply.Fits("", ""))
            {
                writer.Line(reply.ToString());
            }
            else
            {
                var name = export.Error is null ? "value" : "result";
                target.WriteLet(writer, name);
                writer.Line($"{method}({name})");
            }
        }
    }

    /// <summary>It arrives as what Rust takes.</summary>
    private static bool IsReady(ParameterForm form) =>
        form is ScalarParameter { Kind: not (ScalarKind.Bool or ScalarKind.Char or ScalarKind.I128 or ScalarKind.U128) };
}
