using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes a C function of the crate's own: as it is, and with text where it takes C strings.</summary>
internal static class RawFunctionWriter
{
    public static void Write(CodeWriter code, RawFunctionPlan function, PackageNames names)
    {
        var result = CSharpTypes.Raw(function.Result);
        DocWriter.Body(code, function.Docs, $"Calls the C function <c>{function.Symbol}</c>.", names.Links);
        code.Line("/// <remarks>Unsafe: nothing is checked, and what the pointers lead to must be as the function expects it.</remarks>");
        DocWriter.Attributes(code, function.Docs);
        var parameters = function.Parameters.Select(p => $"{CSharpTypes.Raw(p.Type)} {p.CSharpName}");
        using (code.Block($"public static {result} {function.CSharpName}({string.Join(", ", parameters)})\n{{", "}"))
            code.Line($"{(result == "void" ? "" : "return ")}{Call(function, names, function.Parameters.Select(p => p.CSharpName))};");
        if (function.Text is { } text)
            WriteText(code, function, text, names);
    }

    private static void WriteText(CodeWriter code, RawFunctionPlan function, TextOverload text, PackageNames names)
    {
        var locals = new LocalNames(function.Parameters.Select(p => p.CSharpName));
        var returnsText = function.Result is CPointer { IsMutable: false, Target: CChar };
        var result = returnsText ? "string?" : CSharpTypes.Raw(function.Result);
        code.Blank();
        DocWriter.Body(code, function.Docs, $"Calls the C function <c>{function.Symbol}</c>.", names.Links);
        DocWriter.Exception(code, "ArgumentNullException", "A text is null.");
        DocWriter.Exception(code, "ArgumentException", "A text has a NUL character, or half of a surrogate pair.");
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
                code.Line($"using var {local} = new {names.Internal("CTextArgument")}({parameter.CSharpName}, stackalloc byte[256], nameof({parameter.CSharpName}));");
                pins.Add($"fixed (byte* {data} = {local}.Bytes)");
                arguments.Add(data);
            }

            foreach (var pin in pins)
                code.Line(pin);
            var call = Call(function, names, arguments);
            using (code.Block("{", "}"))
            {
                code.Line(returnsText ? $"return Marshal.PtrToStringUTF8((nint){call});"
                    : result == "void" ? $"{call};" : $"return {call};");
            }
        }
    }

    private static string Call(RawFunctionPlan function, PackageNames names, IEnumerable<string> arguments) =>
        $"{names.Native}.{NativeWriter.Identifier(function.Symbol)}({string.Join(", ", arguments)})";

    private static bool IsText(CType type) => type is CPointer { IsMutable: false, Target: CChar };
}
