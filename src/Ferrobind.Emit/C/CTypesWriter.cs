using System.Globalization;
using System.Text;
using Ferrobind.Plan;

namespace Ferrobind.Emit.C;

/// <summary>The crate's types that go by value: the structs of plain records, the values of enums without data.</summary>
internal static class CTypesWriter
{
    public static void Write(CodeWriter writer, BridgePlan plan)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var values in plan.Types.OfType<EnumPlan>().Where(e => !e.Members.IsEmpty))
            WriteEnum(writer, plan, values, names);

        // C wants a struct before those that have one of it.
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in plan.Types.OfType<RecordPlan>())
            WriteRecord(writer, plan, record, written);
    }

    private static void WriteEnum(CodeWriter writer, BridgePlan plan, EnumPlan values, HashSet<string> names)
    {
        var scalar = CTypeName.Of(values.Underlying);
        writer.Blank();
        CComment.Write(writer, $"`{values.Key}`, in C `{scalar}`", values.Docs.Markdown);
        foreach (var member in values.Members)
        {
            var name = $"{CTypeName.Mirror(plan, values)}_{Snake(member.RustName)}".ToUpperInvariant();
            while (!names.Add(name))
                name += "_";
            writer.Line($"#define {name} {Literal(values.Underlying, member.Value)}");
        }
    }

    private static void WriteRecord(CodeWriter writer, BridgePlan plan, RecordPlan record, HashSet<string> written)
    {
        if (record.Layout is RecordLayout.Wire || !written.Add(record.Key))
            return;
        FieldPlan[] fields = [.. record.Fields.Where(f => f.Type is not UnitValue)];
        foreach (var named in fields.Select(f => f.Type).OfType<NamedValue>())
        {
            if (plan.Type(named.Key) is RecordPlan inner)
                WriteRecord(writer, plan, inner, written);
        }

        var name = CTypeName.Mirror(plan, record);
        writer.Blank();
        CComment.Write(writer, $"`{record.Key}`", record.Docs.Markdown);
        using (writer.Block($"typedef struct {name} {{", $"}} {name};"))
        {
            foreach (var field in fields)
                writer.Line($"{Field(plan, field.Type)} {field.CName};");
        }

        var result = CTypeName.Result(plan, record);
        writer.Line($"typedef struct {result} {{ {name} value; fb_failure *failure; }} {result};");
    }

    private static string Field(BridgePlan plan, DataType type) => type switch
    {
        ScalarValue scalar => CTypeName.Of(scalar.Kind),
        NamedValue named => CTypeName.Of(plan, named.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a field of a plain record"),
    };

    private static string Literal(ScalarKind kind, string value) => kind switch
    {
        ScalarKind.U64 => $"UINT64_C({value})",
        // The least is minus a number that is too large for its type.
        ScalarKind.I64 when value == long.MinValue.ToString(CultureInfo.InvariantCulture) => "INT64_MIN",
        ScalarKind.I64 when value.StartsWith('-') => $"(-INT64_C({value[1..]}))",
        ScalarKind.I64 => $"INT64_C({value})",
        ScalarKind.I32 when value == int.MinValue.ToString(CultureInfo.InvariantCulture) => "INT32_MIN",
        ScalarKind.U32 => $"UINT32_C({value})",
        _ => value.StartsWith('-') ? $"({value})" : value,
    };

    private static string Snake(string camel)
    {
        var text = new StringBuilder();
        for (var i = 0; i < camel.Length; i++)
        {
            if (i > 0 && char.IsUpper(camel[i]) && !char.IsUpper(camel[i - 1]) && camel[i - 1] != '_')
                text.Append('_');
            text.Append(char.IsAsciiLetterOrDigit(camel[i]) ? camel[i] : '_');
        }

        return text.ToString();
    }
}
