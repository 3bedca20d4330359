using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes the static class of one Rust module.</summary>
internal static class ModuleWriter
{
    public static string Write(BridgePlan plan, ModulePlan module, PackageNames names)
    {
        var code = new CodeWriter("    ");
        SourceHeader.Write(code, plan.Package);
        var body = new CodeWriter("    ");
        var docs = new Documentation(module.Docs ?? (module == names.Root ? plan.Package.Docs : null), null);
        DocWriter.Member(body, docs, $"Rust's module <c>{DocWriter.Escape(module.RustPath)}</c>.", names.Links);
        using (body.Block($"public static unsafe class {module.CSharpClass}\n{{", "}"))
            WriteMembers(body, plan, module, names);

        var text = body.ToString();
        foreach (var (space, types) in _namespaces)
        {
            if (types.Any(t => text.Contains(t, StringComparison.Ordinal)))
                code.Line($"using {space};");
        }

        if (text.Contains(names.Native + ".", StringComparison.Ordinal))
            code.Line($"using {names.Namespace}.{names.InteropNamespace};");
        if (names.NativeAlias is not null)
            code.Line($"using {names.NativeAlias} = {names.Namespace}.{names.InteropNamespace}.Native;");
        code.Blank().Line($"namespace {names.Namespace};").Blank();
        code.Line(text.TrimEnd('\n'));
        return code.ToString();
    }

    // A namespace is used where one of its types is.
    private static readonly (string Namespace, string[] Types)[] _namespaces =
    [
        ("System", ["Span", "Int128", "[Obsolete", "AppContext", "ArgumentException"]),
        ("System.Diagnostics.CodeAnalysis", ["NotNullWhen"]),
        ("System.Runtime.InteropServices", ["Marshal."]),
        ("System.Text", ["Rune"]),
    ];

    private static void WriteMembers(CodeWriter code, BridgePlan plan, ModulePlan module, PackageNames names)
    {
        var separate = false;
        CodeWriter Next()
        {
            if (separate)
                code.Blank();
            separate = true;
            return code;
        }

        if (module == names.Root)
            LinkWriter.Property(Next(), plan.Package);
        foreach (var constant in plan.Constants.Where(c => c.CSharpClass == module.CSharpClass))
            ConstantWriter.Write(Next(), constant, names.Links);
        foreach (var export in plan.Exports.Where(e => e.CSharpClass == module.CSharpClass))
        {
            if (export.Target == ExportTarget.Value)
                ValueWriter.Write(Next(), export, names);
            else
                FunctionWriter.Write(Next(), export, names);
        }

        foreach (var function in plan.RawFunctions.Where(f => f.CSharpClass == module.CSharpClass))
            RawFunctionWriter.Write(Next(), function, names);
    }
}
