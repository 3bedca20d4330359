using System.Globalization;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary>An enum with data on the wire: the variant's index, then its fields.</summary>
internal static class SumWriter
{
    // rustfmt's fn_call_width, which is that of a tuple's pattern, too.
    private const int MaxTupleWidth = 60;

    public static void Write(CodeWriter writer, BridgePlan plan, SumPlan sum)
    {
        var isDeep = TypeGraph.ContainsItself(plan, sum);
        ImplWriter.WriteExtent(writer, plan, sum);
        WriteEncode(writer, sum, isDeep);
        if (sum.IsSent)
            WriteDecode(writer, sum, isDeep);
    }

    private static void WriteEncode(CodeWriter writer, SumPlan sum, bool isDeep)
    {
        using (ImplWriter.Encode(writer, sum))
        {
            if (isDeep)
                writer.Line("out.enter();");
            using (writer.Block("match self {", "}"))
            {
                foreach (var variant in sum.Variants)
                    WriteEncode(writer, variant);
                if (sum.IsOpen)
                    writer.Line("_ => out.variant(u32::MAX),");
            }

            if (isDeep)
                writer.Line("out.leave();");
        }
    }

    private static void WriteEncode(CodeWriter writer, VariantPlan variant)
    {
        if (variant.Fields.IsEmpty)
        {
            WriteEmptyArm(writer, variant);
            return;
        }

        using (OpenArm(writer, variant))
        {
            writer.Line(string.Create(CultureInfo.InvariantCulture, $"out.variant({variant.Index});"));
            for (var i = 0; i < variant.Fields.Length; i++)
                writer.Line($"out.put({Binding(i)});");
        }
    }

    /// <summary>Writes the arm of a variant without fields.</summary>
    public static void WriteEmptyArm(CodeWriter writer, VariantPlan variant)
    {
        var fields = variant.IsOpen ? " { .. }" : variant.Style is FieldStyle.Unit ? "" : " {}";
        writer.Line(string.Create(
            CultureInfo.InvariantCulture, $"Self::{RustKeywords.InCode(variant.RustName)}{fields} => out.variant({variant.Index}),"));
    }

    /// <summary>Opens the arm of a variant with fields, as rustfmt breaks its pattern.</summary>
    public static IDisposable OpenArm(CodeWriter writer, VariantPlan variant)
    {
        var tuple = string.Join(", ", variant.Fields.Select((_, i) => Binding(i)));
        if (variant.Style is FieldStyle.Tuple && !variant.IsOpen && tuple.Length <= MaxTupleWidth)
            return writer.Block($"Self::{RustKeywords.InCode(variant.RustName)}({tuple}) => {{", "}");
        string[] fields = [.. variant.Fields.Select((f, i) => $"{RustKeywords.InCode(f.RustName)}: {Binding(i)}"), .. variant.IsOpen ? [".."] : (string[])[]];
        if (ImplWriter.IsShort(fields))
            return writer.Block($"Self::{RustKeywords.InCode(variant.RustName)} {{ {string.Join(", ", fields)} }} => {{", "}");
        using (writer.Block($"Self::{RustKeywords.InCode(variant.RustName)} {{", ""))
        {
            foreach (var field in fields)
                writer.Line(field == ".." ? field : $"{field},");
        }

        return writer.Block("} => {", "}");
    }

    private static string Binding(int index) => string.Create(CultureInfo.InvariantCulture, $"f{index}");

    private static void WriteDecode(CodeWriter writer, SumPlan sum, bool isDeep)
    {
        using (ImplWriter.Decode(writer, sum, isEmpty: false))
        {
            if (isDeep)
                writer.Line("reader.enter()?;");
            using (writer.Block(isDeep ? "let value = match reader.variant()? {" : "Ok(match reader.variant()? {", isDeep ? "};" : "})"))
            {
                foreach (var variant in sum.Variants.Where(v => !v.IsOpen))
                {
                    var head = string.Create(CultureInfo.InvariantCulture, $"{variant.Index} => Self::{RustKeywords.InCode(variant.RustName)}");
                    if (variant.Style is FieldStyle.Unit)
                        writer.Line($"{head},");
                    else
                        ImplWriter.WriteFields(
                            writer, head, [.. variant.Fields.Select(f => $"{RustKeywords.InCode(f.RustName)}: Decode::decode(reader)?")], ",");
                }

                writer.Line($"_ => return Err(reader.invalid(4, \"{RustNames.Last(sum.RustPath)}\")),");
            }

            if (isDeep)
                writer.Line("reader.leave();").Line("Ok(value)");
        }
    }
}
