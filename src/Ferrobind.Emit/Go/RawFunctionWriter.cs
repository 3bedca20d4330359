using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes the crate's own C functions: as they are, and with text in place of C strings.</summary>
internal static class RawFunctionWriter
{
    // A C string of that length, its NUL included, is made on the stack.
    private const int StackText = 128;

    public static GeneratedFile Write(GoPackage package)
    {
        var functions = package.Plan.RawFunctions;
        var body = new CodeWriter("\t");
        foreach (var function in functions)
        {
            if (!IsTheSame(function))
            {
                body.Blank();
                WriteRaw(body, package, function);
            }

            if (function.Text is null)
                continue;
            body.Blank();
            WriteText(body, package, function, function.Text);
        }

        var text = body.ToString();
        var code = package.Source();
        // A void pointer may be to a function that calls Go, and one that was given earlier to another C function.
        var areClosed = !functions.Any(f => RawTypes.HasVoidPointer(f.Result) || f.Parameters.Any(p => RawTypes.HasVoidPointer(p.Type)));
        package.Preamble(
            code, functions.Where(f => areClosed && f.Parameters.Any(p => p.Type is CPointer)).Select(f => f.Symbol));
        GoPackage.Imports(code, GoPackage.UsedBy(text));
        return package.File("raw", code + text);
    }

    // Without a text, the function with texts is the function as it is.
    private static bool IsTheSame(RawFunctionPlan function) =>
        function.Text is not null && !function.Parameters.Any(p => RawTypes.IsText(p.Type));

    private static void WriteRaw(CodeWriter code, GoPackage package, RawFunctionPlan function)
    {
        package.Docs.Write(code, new ItemDocs(
            function.GoName,
            $"{function.GoName} calls the C function {function.Symbol} as it is. Nothing is checked: what its pointers must point to, "
            + "and for how long, is for the caller to see to.",
            IsFunction: true, function.Docs, [], ReplacesSummary: true));
        var parameters = function.Parameters.Select(p => (LocalNames.Parameter(p.GoName), RawTypes.Go(p.Type)));
        WriteFunction(
            code, function, $"func {function.GoName}({ParameterList.Of([.. parameters])})", [],
            [.. function.Parameters.Select(p => RawTypes.ToC(p.Type, LocalNames.Parameter(p.GoName)))]);
    }

    private static void WriteText(CodeWriter code, GoPackage package, RawFunctionPlan function, TextOverload overload)
    {
        var names = new LocalNames(function.Parameters.Select(p => p.GoName));
        var hasText = function.Parameters.Any(p => RawTypes.IsText(p.Type));
        package.Docs.Write(code, new ItemDocs(
            overload.GoName, $"{overload.GoName} calls the C function {function.Symbol}.", IsFunction: true, function.Docs,
            hasText ? ["It panics with an [*ArgumentError] if there is a NUL in a text."] : []));
        var parameters = function.Parameters.Select(p => (
            LocalNames.Parameter(p.GoName), RawTypes.IsText(p.Type) ? "string" : RawTypes.Go(p.Type)));
        var prelude = new List<string>();
        var arguments = new List<string>();
        foreach (var parameter in function.Parameters)
        {
            var name = LocalNames.Parameter(parameter.GoName);
            if (!RawTypes.IsText(parameter.Type))
            {
                arguments.Add(RawTypes.ToC(parameter.Type, name));
                continue;
            }

            var memory = names.Take(name + "Buffer");
            var text = names.Take(name + "C");
            prelude.Add($"var {memory} [{StackText}]byte");
            prelude.Add($"{text} := fbCString(\"{overload.GoName}\", \"{parameter.CName}\", {name}, {memory}[:])");
            arguments.Add(RawTypes.ToC(parameter.Type, text));
        }

        WriteFunction(code, function, $"func {overload.GoName}({ParameterList.Of([.. parameters])})", prelude, arguments);
    }

    private static void WriteFunction(
        CodeWriter code, RawFunctionPlan function, string signature, List<string> prelude, List<string> arguments)
    {
        var type = function.Result is CVoid ? "" : " " + RawTypes.Go(function.Result);
        using (code.Block($"{signature}{type} {{", "}"))
        {
            foreach (var statement in prelude)
                code.Line(statement);
            var call = $"C.{function.Symbol}({string.Join(", ", arguments)})";
            code.Line(function.Result is CVoid ? call : "return " + RawTypes.ToGo(function.Result, call));
        }
    }
}
