using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes a C function of the crate's own: as it is, and with text where it takes C strings.</summary>
internal static class RawFunctionWriter
{
    public static void Write(CodeWriter code, RawFunctionPlan function, PackageNames names)
    {
        // Without a text, the method with texts is the function as it is.
        var hasText = function.Parameters.Any(p => IsText(p.Type));
        if (function.Text is null || hasText)
            WriteRaw(code, function, names);
        if (function.Text is null)
            return;
        if (hasText)
            code.Blank();
        WriteText(code, function, function.Text, names, hasText);
    }

    private static void WriteRaw(CodeWriter code, RawFunctionPlan function, PackageNames names)
    {
        var result = CSharpTypes.Raw(function.Result);
        DocWriter.Body(
            code, function.Docs, $"Calls the C function <c>{function.Symbol}</c>.", names.Links,
            "Unsafe: nothing is checked, and what the pointers lead to must be as the function expects it.");
        DocWriter.Attributes(code, function.Docs);
        var parameters = function.Parameters.Select(p => $"{CSharpTypes.Raw(p.Type)} {p.CSharpName}");
        using (code.Block($"public static {result} {function.CSharpName}({string.Join(", ", parameters)})\n{{", "}"))
            code.Line($"{(result == "void" ? "" : "return ")}{Call(function, names, function.Parameters.Select(p => p.CSharpName))};");
    }

    private static void WriteText(CodeWriter code, RawFunctionPlan function, TextOverload text, PackageNames names, bool hasText)
    {
        var locals = new LocalNames(function.Parameters.Select(p => p.CSharpName));
        var result = CSharpTypes.Raw(function.Result);
        DocWriter.Body(code, function.Docs, $"Calls the C function <c>{function.Symbol}</c>.", names.Links);
        if (hasText)
        {
            DocWriter.Exception(code, "ArgumentNullException", "A text is null.");
            DocWriter.Exception(code, "ArgumentException", "A text has a NUL character, or half of a surrogate pair.");
        }

        DocWriter.Attributes(code, function.Docs);
        var parameters = function.Parameters.Select(p => $"{(IsText(p.Type) ? "string" : CSharpTypes.Raw(p.Type))} {p.CSharpName}");
        using (code.Block($"public static {result} {text.CSharpName}({string.Join(", ", parameters)})\n{{", "}"))
        {
            var arguments = new List<string>();
            var pins = new List<string>();
            foreach (var parameter in function.Parameters)
            {
                if (!IsText(parameter.Type))
                {
                    arguments.Add(parameter.CSharpName);
                    continue;
                }

                var local = locals.Take($"{parameter.CSharpName}Text");
                var data = locals.Take($"{parameter.CSharpName}Data");
                code.Line($"using var {local} = new {names.Scope.Interop("CTextArgument")}({parameter.CSharpName}, stackalloc byte[256], nameof({parameter.CSharpName}));");
                pins.Add($"fixed (byte* {data} = {local}.Bytes)");
                arguments.Add(data);
            }

            foreach (var pin in pins)
                code.Line(pin);
            var call = $"{(result == "void" ? "" : "return ")}{Call(function, names, arguments)};";
            if (pins.Count == 0)
            {
                code.Line(call);
                return;
            }

            using (code.Block("{", "}"))
                code.Line(call);
        }
    }

    private static string Call(RawFunctionPlan function, PackageNames names, IEnumerable<string> arguments) =>
        $"{names.Native}.{NativeWriter.Identifier(function.Symbol)}({string.Join(", ", arguments)})";

    private static bool IsText(CType type) => type is CPointer { IsMutable: false, Target: CChar };
}
