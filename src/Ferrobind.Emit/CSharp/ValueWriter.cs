using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes a property that reads a Rust constant or static.</summary>
internal static class ValueWriter
{
    public static void Write(CodeWriter code, ExportPlan export, PackageNames names)
    {
        DocWriter.Member(code, export.Docs, $"Rust's <c>{DocWriter.Escape(export.RustPath)}</c>.", names.Links);
        using (code.Block($"public static {ResultLifting.Type(export.Result)} {export.CSharpName}\n{{", "}"))
        using (code.Block("get\n{", "}"))
            new CallWriter(code, export, names, CallStyle.Throwing, null).Write();
    }
}
