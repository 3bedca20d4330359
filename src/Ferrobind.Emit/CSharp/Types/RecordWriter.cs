using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>
/// Writes a record: a struct where it crosses by value or is small and holds no references, else a class; both compare by value.
/// </summary>
internal static class RecordWriter
{
    public static void Write(CodeWriter code, RecordPlan record, BridgePlan plan, PackageNames names)
    {
        var scope = names.ScopeOf(record);
        var isStruct = names.Facts.IsStruct(record);
        var fields = TypeFacts.Fields(record.Fields).ToList();
        var writer = new FieldWriter(code, scope, names.Links);
        DocWriter.Body(code, record.Docs, $"Rust's <c>{DocWriter.Escape(record.Key)}</c>.", names.Links);
        var isPositional = RecordShape.IsPositional(record);
        if (isPositional)
            writer.Docs(fields);
        DocWriter.Attributes(code, record.Docs);
        if (isStruct && record.Layout != RecordLayout.Wire)
            code.Line("[StructLayout(LayoutKind.Sequential)]");

        var idioms = new IdiomWriter(plan, record, names, scope);
        var head = $"public {Kind(record, isStruct)} {record.CSharpName}";
        var hasBody = !isPositional || (record.IsMutated && !isStruct && fields.Count > 0)
            || EqualityWriter.IsNeeded(fields) || MemberWriter.HasMembers(plan, record);
        if (isPositional && fields.Count > 0)
            writer.Positional(head, fields, idioms.Bases + (hasBody ? "" : ";"));
        else
            code.Line($"{head}{idioms.Bases}{(hasBody ? "" : ";")}");
        if (!hasBody)
            return;

        using (code.Block("{", "}"))
        {
            var members = new Separated(code);
            if (!isPositional)
            {
                foreach (var field in fields)
                {
                    members.Next();
                    writer.Property(field, "required ", record.IsMutated ? "set" : "init", "");
                }
            }
            else if (record.IsMutated && !isStruct)
            {
                foreach (var field in fields)
                {
                    members.Next();
                    writer.Property(field, "", "set", $" = {field.CSharpName};");
                }
            }

            MemberWriter.Write(members, record, plan, names, scope);
            if (EqualityWriter.IsNeeded(fields))
            {
                members.Next();
                new EqualityWriter(code, scope).Write(record.CSharpName, isStruct, !record.IsMutated, fields);
            }
        }
    }

    private static string Kind(RecordPlan record, bool isStruct) => (isStruct, record.IsMutated) switch
    {
        (true, true) => "record struct",
        (true, false) => "readonly record struct",
        _ => "sealed record",
    };
}
