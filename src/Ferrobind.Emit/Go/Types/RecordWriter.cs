using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes a struct.</summary>
internal static class RecordWriter
{
    public static void Write(CodeWriter code, GoPackage package, RecordPlan record)
    {
        package.Docs.Write(code, new ItemDocs(
            record.GoName, $"{record.GoName} is Rust's {record.Key}.", IsFunction: false, record.Docs, []));
        FieldWriter.WriteStruct(code, package, record.GoName, record.Fields);
    }
}
