using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary>A record on the wire: its fields in order.</summary>
internal static class RecordWriter
{
    public static void Write(CodeWriter writer, BridgePlan plan, RecordPlan record)
    {
        var isDeep = TypeGraph.ContainsItself(plan, record);
        ImplWriter.WriteExtent(writer, plan, record);
        using (ImplWriter.Encode(writer, record, record.Fields.IsEmpty))
        {
            if (isDeep)
                writer.Line("out.enter();");
            foreach (var field in record.Fields)
                writer.Line($"out.put(&self.{field.RustName});");
            if (isDeep)
                writer.Line("out.leave();");
        }

        if (!record.IsSent)
            return;
        using (ImplWriter.Decode(writer, record, record.Fields.IsEmpty))
        {
            string[] fields = [.. record.Fields.Select(f => $"{f.RustName}: Decode::decode(reader)?")];
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
