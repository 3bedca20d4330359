using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>The files with the types: one for each, with its methods and the functions that make it.</summary>
internal static class TypeFiles
{
    public static IEnumerable<GeneratedFile> Of(GoPackage package)
    {
        var exports = package.Plan.Exports.Where(e => e.Owner is not null).ToLookup(e => e.Owner!);
        foreach (var type in package.Plan.Types.Concat(package.Plan.Handles))
        {
            var members = exports[type.Key].OrderBy(e => e.RustPath, StringComparer.Ordinal).ToImmutableArray();
            yield return package.Compose(type.GoName.ToLowerInvariant(), code => Write(code, package, type, members), members);
        }
    }

    private static void Write(CodeWriter code, GoPackage package, TypePlan type, ImmutableArray<ExportPlan> members)
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

        foreach (var member in members)
        {
            code.Blank();
            FunctionWriter.Write(code, package, member);
        }
    }
}
