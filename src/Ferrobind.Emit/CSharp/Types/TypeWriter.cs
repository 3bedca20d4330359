using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>Writes the file of one type of the crate.</summary>
internal static class TypeWriter
{
    public static string Write(BridgePlan plan, TypePlan type, PackageNames names)
    {
        var body = new CodeWriter("    ");
        switch (type)
        {
            case RecordPlan record:
                RecordWriter.Write(body, record, plan, names);
                break;
            case EnumPlan values:
                EnumWriter.Write(body, values, plan, names);
                break;
            case SumPlan sum:
                SumWriter.Write(body, sum, plan, names);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "not a type");
        }

        return SourceFile.Public(plan, body.ToString(), names);
    }
}
