using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary>A plain record by value: a struct that C knows, and the way from one to the other.</summary>
internal static class MirrorWriter
{
    public static void Write(CodeWriter writer, BridgePlan plan, RecordPlan record, bool isSeenInPlace)
    {
        var mirror = RustSignature.Mirror(plan, record);
        FieldPlan[] fields = [.. record.Fields.Where(f => f.Type is not UnitValue)];
        writer.Line($"""
            /// `{record.Key}`, as the header declares it.
            #[repr(C)]
            #[derive(Clone, Copy, Default)]
            """);
        using (writer.Block($"pub struct {mirror} {{", "}"))
        {
            foreach (var field in fields)
                writer.Line($"pub {field.CName}: {RustSignature.Field(plan, field.Type)},");
        }

        using (ImplWriter.Impl(writer.Blank(), "", "ToC", record.RustType))
        {
            writer.Line($"type C = {mirror};").Blank().Line("#[inline]");
            using (writer.Block($"fn to_c(&self) -> {mirror} {{", "}"))
                ImplWriter.WriteFields(writer, mirror, [.. fields.Select(f => $"{f.CName}: ToC::to_c(&self.{RustKeywords.InCode(f.RustName)})")], "");
        }

        if (record.IsSent)
        {
            using (ImplWriter.Impl(writer.Blank(), "", "FromC", record.RustType))
            {
                writer.Line("#[inline]");
                using (writer.Block($"fn from_c(c: {mirror}) -> Result<Self, NoValue> {{", "}"))
                    ImplWriter.WriteFields(writer, "Ok(Self", [.. record.Fields.Select(FromC)], ")");
            }
        }

        writer.Blank().Line($"impl Mirrored for {record.RustType} {{}}");
        if (!isSeenInPlace)
            return;
        writer.Blank().Line("// Slices of it are seen where they lie.");
        using (writer.Block("in_place! {", "}"))
        using (writer.Block($"{record.RustType} as {mirror} {{", "}"))
        {
            foreach (var field in fields)
                writer.Line($"{RustKeywords.InCode(field.RustName)} as {field.CName},");
        }
    }

    private static string FromC(FieldPlan field) => field.Type is UnitValue
        ? $"{RustKeywords.InCode(field.RustName)}: Default::default()"
        : $"{RustKeywords.InCode(field.RustName)}: FromC::from_c(c.{field.CName})?";
}
