using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes a property that reads a Rust constant or static, or a type's default.</summary>
internal static class ValueWriter
{
    public static void Write(CodeWriter code, ExportPlan export, PackageNames names, FunctionPlace place)
    {
        DocWriter.Member(code, export.Docs, $"Rust's <c>{DocWriter.Escape(export.RustPath)}</c>.", names.Links);
        using (code.Block($"{place.Modifiers} {ResultLifting.Type(export.Result, place.Scope)} {export.CSharpName}\n{{", "}"))
        using (code.Block("get\n{", "}"))
            new CallWriter(code, export, names, place, CallStyle.Throwing, null, null).Write();
    }
}
