using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>The files with the types: one for each, with its methods and the functions that make it.</summary>
internal static class TypeFiles
{
    public static IEnumerable<GeneratedFile> Of(GoPackage package)
    {
        var exports = package.Exports.Where(e => e.Owner is not null).ToLookup(e => e.Owner!);
        foreach (var type in package.Plan.Types.Concat(package.Plan.Handles))
        {
            var members = exports[type.Key].OrderBy(e => e.RustPath, StringComparer.Ordinal).ToImmutableArray();
            if (package.IsPure && members.IsEmpty && !IsUsed(package, type))
                continue;
            yield return package.Compose(type.GoName.ToLowerInvariant(), code => Write(code, package, type, members), members);
        }
    }

    /// <summary>Some export has it as an argument or a result.</summary>
    private static bool IsUsed(GoPackage package, TypePlan type) => package.Exports.Any(export =>
        export.Result is NamedResult result && result.Key == type.Key
        || export.Parameters.Any(p => (p.Form is OptionalParameter optional ? optional.Inner : p.Form) is NamedParameter named && named.Key == type.Key));

    private static void Write(CodeWriter code, GoPackage package, TypePlan type, ImmutableArray<ExportPlan> members)
    {
        if (!package.IsPure || type is EnumPlan)
            WriteType(code, package, type, members);
        foreach (var member in members)
        {
            code.Blank();
            FunctionWriter.Write(code, package, member);
        }
    }

    private static void WriteType(CodeWriter code, GoPackage package, TypePlan type, ImmutableArray<ExportPlan> members)
    {
        code.Blank();
        switch (type)
        {
            case RecordPlan record:
                RecordWriter.Write(code, package, record);
                break;
            case EnumPlan values:
                EnumWriter.Write(code, package, values, members);
                break;
            case SumPlan sum:
                SumWriter.Write(code, package, sum, members);
                break;
            case HandlePlan handle:
                HandleWriter.Write(code, package, handle, members);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "not a type");
        }
    }
}
