using System.Globalization;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary>
/// Data with handles inside: it is given, and its parts move into it; it is accepted, after a check that takes leases. The bytes are those of
/// data, with the numbers of handles among them.
/// </summary>
internal static class HeldWriter
{
    public static void Write(CodeWriter writer, BridgePlan plan, TypePlan type)
    {
        var isDeep = TypeGraph.ContainsItself(plan, type);
        ImplWriter.WriteExtent(writer, plan, type);
        WriteGive(writer, type, isDeep);
        if (type.IsSent)
            WriteAccept(writer, type, isDeep);
    }

    private static void WriteGive(CodeWriter writer, TypePlan type, bool isDeep)
    {
        using (ImplWriter.Impl(writer.Blank(), "<'k>", "Give<'k>", type.RustType))
        using (writer.Block("fn give(self, keeper: &Keeper<'k>, out: &mut Writer) {", "}"))
        {
            if (isDeep)
                writer.Line("out.enter();");
            switch (type)
            {
                case RecordPlan record:
                    foreach (var field in record.Fields)
                        writer.Line($"self.{RustKeywords.InCode(field.RustName)}.give(keeper, out);");
                    break;
                case SumPlan sum:
                    using (writer.Block("match self {", "}"))
                    {
                        foreach (var variant in sum.Variants)
                            WriteGiven(writer, variant);
                        if (sum.IsOpen)
                            writer.Line("_ => out.variant(u32::MAX),");
                    }

                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(type), type, "has no handles");
            }

            if (isDeep)
                writer.Line("out.leave();");
        }
    }

    private static void WriteGiven(CodeWriter writer, VariantPlan variant)
    {
        if (variant.Fields.IsEmpty)
        {
            SumWriter.WriteEmptyArm(writer, variant);
            return;
        }

        using (SumWriter.OpenArm(writer, variant))
        {
            writer.Line(string.Create(CultureInfo.InvariantCulture, $"out.variant({variant.Index});"));
            for (var i = 0; i < variant.Fields.Length; i++)
                writer.Line(string.Create(CultureInfo.InvariantCulture, $"f{i}.give(keeper, out);"));
        }
    }

    private static void WriteAccept(CodeWriter writer, TypePlan type, bool isDeep)
    {
        using (ImplWriter.Impl(writer.Blank(), "<'r>", "Accept<'r>", type.RustType))
        {
            using (writer.Block("fn check(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<(), Malformed> {", "}"))
                WriteCheck(writer, type, isDeep);
            writer.Blank();
            using (writer.Block("fn accept(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<Self, Malformed> {", "}"))
                WriteAccepted(writer, type, isDeep);
        }
    }

    private static void WriteCheck(CodeWriter writer, TypePlan type, bool isDeep)
    {
        if (isDeep)
            writer.Line("reader.enter()?;");
        switch (type)
        {
            case RecordPlan record:
                foreach (var field in record.Fields)
                    new RustCall("check_field", [$"|this: &Self| &this.{RustKeywords.InCode(field.RustName)}", "reader", "desk"], Fallible: true).WriteStatement(writer, ";");
                break;
            case SumPlan sum:
                using (writer.Block("match reader.variant()? {", "}"))
                {
                    foreach (var variant in sum.Variants.Where(v => !v.IsOpen))
                        WriteCheck(writer, variant);
                    writer.Line($"_ => return Err(reader.invalid(4, \"{RustNames.Last(sum.RustPath)}\")),");
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "has no handles");
        }

        if (isDeep)
            writer.Line("reader.leave();");
        writer.Line("Ok(())");
    }

    // A variant's field has no name outside of a match.
    private static void WriteCheck(CodeWriter writer, VariantPlan variant)
    {
        var index = variant.Index.ToString(CultureInfo.InvariantCulture);
        if (variant.Fields.IsEmpty)
        {
            writer.Line($"{index} => {{}}");
            return;
        }

        using (writer.Block($"{index} => {{", "}"))
        {
            foreach (var field in variant.Fields)
            {
                using (writer.Block("check_field(", ")?;"))
                {
                    using (writer.Block("|this: &Self| match this {", "},"))
                    {
                        var pattern = $"Self::{RustKeywords.InCode(variant.RustName)} {{ {RustKeywords.InCode(field.RustName)}: field, .. }}";
                        writer.Line($"{pattern} => field,");
                        writer.Line("#[allow(unreachable_patterns)]").Line("_ => unreachable!(),");
                    }

                    writer.Line("reader,").Line("desk,");
                }
            }
        }
    }

    private static void WriteAccepted(CodeWriter writer, TypePlan type, bool isDeep)
    {
        static string[] Fields(IEnumerable<FieldPlan> fields) =>
            [.. fields.Select(f => $"{RustKeywords.InCode(f.RustName)}: Accept::accept(reader, desk)?")];

        if (isDeep)
            writer.Line("reader.enter()?;");
        if (type is RecordPlan record)
        {
            ImplWriter.WriteFields(writer, isDeep ? "let value = Self" : "Ok(Self", Fields(record.Fields), isDeep ? ";" : ")");
        }
        else
        {
            var sum = (SumPlan)type;
            using (writer.Block(isDeep ? "let value = match reader.variant()? {" : "Ok(match reader.variant()? {", isDeep ? "};" : "})"))
            {
                foreach (var variant in sum.Variants.Where(v => !v.IsOpen))
                {
                    var head = string.Create(CultureInfo.InvariantCulture, $"{variant.Index} => Self::{RustKeywords.InCode(variant.RustName)}");
                    if (variant.Style is FieldStyle.Unit)
                        writer.Line($"{head},");
                    else
                        ImplWriter.WriteFields(writer, head, Fields(variant.Fields), ",");
                }

                writer.Line($"_ => return Err(reader.invalid(4, \"{RustNames.Last(sum.RustPath)}\")),");
            }
        }

        if (isDeep)
            writer.Line("reader.leave();").Line("Ok(value)");
    }
}
