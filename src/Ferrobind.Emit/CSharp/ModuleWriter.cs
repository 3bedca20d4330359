using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes the static class of one Rust module.</summary>
internal static class ModuleWriter
{
    public static string Write(BridgePlan plan, ModulePlan module, PackageNames names)
    {
        var body = new CodeWriter("    ");
        var docs = new Documentation(module.Docs ?? (module == names.Root ? plan.Package.Docs : null), null);
        DocWriter.Member(body, docs, $"Rust's module <c>{DocWriter.Escape(module.RustPath)}</c>.", names.Links);
        using (body.Block($"public static unsafe class {module.CSharpClass}\n{{", "}"))
            WriteMembers(body, plan, module, names);

        return SourceFile.Public(plan, body.ToString(), names);
    }

    private static void WriteMembers(CodeWriter code, BridgePlan plan, ModulePlan module, PackageNames names)
    {
        var separate = false;
        var place = new FunctionPlace(names.Scope, "public static");
        CodeWriter Next()
        {
            if (separate)
                code.Blank();
            separate = true;
            return code;
        }

        if (module == names.Root)
            LinkWriter.Property(Next(), plan.Package.Library);
        foreach (var constant in plan.Constants.Where(c => c.Owner is null && c.CSharpClass == module.CSharpClass))
            ConstantWriter.Write(Next(), constant, names.Links, names.Scope);
        foreach (var export in plan.Exports.Where(e => e.Owner is null && e.CSharpClass == module.CSharpClass))
        {
            if (export.IsValue && export.Result is not (HandleResult or SequenceResult))
                ValueWriter.Write(Next(), export, names, place);
            else
                FunctionWriter.Write(Next(), export, names, place);
        }

        foreach (var function in plan.RawFunctions.Where(f => f.CSharpClass == module.CSharpClass))
            RawFunctionWriter.Write(Next(), function, names);
    }
}
