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
            var exports = plan.Exports.Where(export => export.CSharpClass == module.CSharpClass).ToImmutableArray();
            if (!exports.IsEmpty)
                yield return package.File(FileName(package, module), Write(package, exports));
        }
    }

    private static string Write(GoPackage package, ImmutableArray<ExportPlan> exports)
    {
        var body = new CodeWriter("\t");
        foreach (var export in exports.OrderBy(export => export.RustPath, StringComparer.Ordinal))
        {
            body.Blank();
            FunctionWriter.Write(body, package, export);
        }

        var text = body.ToString();
        var code = package.Source();
        package.Preamble(
            code,
            exports.Where(export => export.UsesScratch || export.Parameters.Any(p => p.Form.IsMemory)).Select(CallStub.Callee),
            exports.Where(CallStub.IsNeeded).Select(CallStub.Definition));
        GoPackage.Imports(code, GoPackage.UsedBy(text));
        return code + text;
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
