using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// Writes an enum with data: an interface that nothing else implements, and one struct a variant. The methods are the
/// interface's; each variant hands them to one function.
/// </summary>
internal static class SumWriter
{
    public static void Write(CodeWriter code, GoPackage package, SumPlan sum, ImmutableArray<ExportPlan> members)
    {
        var methods = members.Where(m => m.HasReceiver && !FunctionWriter.ChangesReceiver(m))
            .Select(m => (Export: m, Signature: FunctionSignature.Of(package, m))).ToImmutableArray();
        Interface(code, package, sum, methods);
        foreach (var variant in sum.Variants)
        {
            code.Blank();
            package.Docs.Write(code, new ItemDocs(
                variant.GoName, $"{variant.GoName} is the variant {variant.RustName} of [{sum.GoName}].", IsFunction: false,
                variant.Docs, []));
            FieldWriter.WriteStruct(code, package, variant.GoName, variant.Fields);
            Methods(code, package, sum, variant.GoName, methods);
        }

        if (!sum.IsOpen)
            return;
        code.Blank().Line($"""
            // {sum.GoUnknown} is a variant of [{sum.GoName}] that these bindings do not know: later
            // versions of the crate may add some. It cannot be sent back.
            type {sum.GoUnknown} struct{"{}"}
            """);
        Methods(code, package, sum, sum.GoUnknown, methods);
    }

    private static void Interface(
        CodeWriter code, GoPackage package, SumPlan sum, ImmutableArray<(ExportPlan Export, FunctionSignature Signature)> methods)
    {
        var names = sum.Variants.Select(v => $"[{v.GoName}]").ToList();
        if (sum.IsOpen)
            names.Add($"[{sum.GoUnknown}]");
        var list = names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
        package.Docs.Write(code, new ItemDocs(
            sum.GoName, $"{sum.GoName} is Rust's {sum.Key}.", IsFunction: false, sum.Docs, [$"It is one of {list}, and no pointer to one."]));
        using (code.Block($"type {sum.GoName} interface {{", "}"))
        {
            foreach (var (export, signature) in methods)
            {
                package.Docs.Write(code, FunctionDocs.Of(package, export));
                code.Line($"{export.GoName}{signature.ParametersAndResults}").Blank();
            }

            code.Line($"is{sum.GoName}()");
        }
    }

    private static void Methods(
        CodeWriter code, GoPackage package, SumPlan sum, string variant,
        ImmutableArray<(ExportPlan Export, FunctionSignature Signature)> methods)
    {
        code.Blank().Line($"func ({variant}) is{sum.GoName}() {{}}");
        foreach (var (export, signature) in methods)
        {
            var isUnnamed = export.Idiom is Idiom.Display && variant == sum.GoUnknown;
            var receiver = isUnnamed ? "" : signature.Receiver + " ";
            var call = $"{package.SumFunction(sum, export)}({string.Join(", ", [signature.Receiver, .. signature.Parameters.Select(p => p.Name)])})";
            code.Blank().Line($"// {export.GoName} is [{sum.GoName}.{export.GoName}] of this variant.");
            code.Line($$"""
                func ({{receiver}}{{variant}}) {{export.GoName}}{{signature.ParametersAndResults}} {
                	{{(isUnnamed ? $"return \"{variant}\"" : signature.Results.IsEmpty ? call : "return " + call)}}
                }
                """);
        }
    }
}
