using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary>A record on the wire: its fields in order.</summary>
internal static class RecordWriter
{
    public static void Write(CodeWriter writer, BridgePlan plan, RecordPlan record)
    {
        var isDeep = TypeGraph.ContainsItself(plan, record);
        ImplWriter.WriteExtent(writer, plan, record);
        if (record.Fields.IsEmpty)
            ImplWriter.WriteEmptyEncode(writer, record);
        else
            WriteEncode(writer, record, isDeep);
        if (record.IsSent)
            WriteDecode(writer, record, isDeep);
    }

    private static void WriteEncode(CodeWriter writer, RecordPlan record, bool isDeep)
    {
        using (ImplWriter.Encode(writer, record))
        {
            if (isDeep)
                writer.Line("out.enter();");
            foreach (var field in record.Fields)
                writer.Line($"out.put(&self.{RustKeywords.InCode(field.RustName)});");
            if (isDeep)
                writer.Line("out.leave();");
        }
    }

    private static void WriteDecode(CodeWriter writer, RecordPlan record, bool isDeep)
    {
        using (ImplWriter.Decode(writer, record, record.Fields.IsEmpty))
        {
            string[] fields = [.. record.Fields.Select(f => $"{RustKeywords.InCode(f.RustName)}: Decode::decode(reader)?")];
            if (!isDeep)
            {
                ImplWriter.WriteFields(writer, "Ok(Self", fields, ")");
                return;
            }

            writer.Line("reader.enter()?;");
            ImplWriter.WriteFields(writer, "let value = Self", fields, ";");
            writer.Line("reader.leave();").Line("Ok(value)");
        }
    }
}
