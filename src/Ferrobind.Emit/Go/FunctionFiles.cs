using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>The files with the functions: one for each Rust module; the root's is named like the package.</summary>
internal static class FunctionFiles
{
    public static IEnumerable<GeneratedFile> Of(GoPackage package)
    {
        var plan = package.Plan;
        foreach (var module in plan.Modules)
        {
            var exports = package.Exports
                .Where(export => export.Owner is null && export.CSharpClass == module.CSharpClass).ToImmutableArray();
            if (!exports.IsEmpty)
                yield return package.Compose(FileName(package, module), code => Write(code, package, exports), exports);
        }
    }

    private static void Write(CodeWriter code, GoPackage package, ImmutableArray<ExportPlan> exports)
    {
        foreach (var export in exports.OrderBy(export => export.RustPath, StringComparer.Ordinal))
        {
            code.Blank();
            FunctionWriter.Write(code, package, export);
        }
    }

    /// <summary>Lower case and without underscores: <c>_linux</c> and <c>_test</c> at the end would mean something.</summary>
    private static string FileName(GoPackage package, ModulePlan module)
    {
        var path = module.RustPath.Split("::");
        return path.Length == 1
            ? package.Name
            : string.Concat(path.Skip(1)).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
    }
}
