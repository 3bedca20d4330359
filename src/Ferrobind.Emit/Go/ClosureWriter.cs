using System.Collections.Immutable;
using System.Globalization;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes what stands between a function of Go's and the wire, on which Rust calls it.</summary>
internal static class ClosureWriter
{
    /// <summary>The function's type: an option that it returns is a value and whether there is one, as of any function.</summary>
    public static string Type(GoPackage package, ClosureParameter closure)
    {
        var arguments = closure.Arguments.Select(a => ArgumentType(package, a));
        ImmutableArray<string> results =
        [
            .. ResultLifting.Flat(Inner(closure.Result)).Select(package.Types.Of),
            .. closure.Result is OptionValue ? (string[])["bool"] : [],
            .. closure.Error is null ? (string[])[] : ["error"],
        ];
        return $"func({string.Join(", ", arguments)})" + results.Length switch
        {
            0 => "",
            1 => " " + results[0],
            _ => $" ({string.Join(", ", results)})",
        };
    }

    /// <summary>The C function that Rust calls for all of the package's closures.</summary>
    public static string Trampoline(BridgePlan plan) => $"go_{plan.Package.SymbolPrefix}closure";

    public static string Declaration(BridgePlan plan) =>
        $"bool {Trampoline(plan)}(uintptr_t context, uint8_t *arguments, size_t length, fb_answer *answer);";

    /// <summary>The file with that function, which may have no other C code.</summary>
    public static IEnumerable<GeneratedFile> Files(GoPackage package)
    {
        if (!package.Plan.HasClosures)
            yield break;
        var (trampoline, prefix) = (Trampoline(package.Plan), package.Plan.Package.Library.SymbolPrefix);
        var code = package.Source();
        package.Preamble(code, []);
        GoPackage.Imports(code, "unsafe");
        code.Line($$"""

            //export {{trampoline}}
            func {{trampoline}}(context C.uintptr_t, arguments *C.uint8_t, length C.size_t, answer *C.fb_answer) C.bool {
            	return C.bool(fbAnswerClosure(uintptr(context), unsafe.Pointer(arguments), uintptr(length), (*fbAnswer)(unsafe.Pointer(answer))))
            }

            // fbRoom is memory of Rust's for a large answer.
            func fbRoom(answer *fbAnswer, length uintptr) unsafe.Pointer {
            	return unsafe.Pointer(C.{{prefix}}room((*C.fb_answer)(unsafe.Pointer(answer)), C.size_t(length)))
            }
            """);
        yield return package.File("closures", code.ToString());
    }

    /// <summary>The statements that make a closure of the function.</summary>
    /// <param name="variable">The variable for it.</param>
    /// <param name="onError">The statement that gives up with an error.</param>
    public static string Write(
        GoPackage package, ExportPlan export, ParameterPlan parameter, ClosureParameter closure, string variable, Func<string, string> onError)
    {
        var (called, name) = (package.Called(export), LocalNames.Parameter(parameter));
        // What has the same name outside is not needed inside.
        var names = new LocalNames([.. export.Parameters.Select(p => p.GoName), variable]);
        var code = new CodeWriter("\t");
        using (code.Block($"if {name} == nil {{", "}"))
            code.Line(onError($"&ArgumentError{{Func: \"{called}\", Param: \"{parameter.RustName}\", Message: \"is nil\"}}"));
        var (arguments, output) = (closure.Arguments.IsEmpty ? "_" : names.Take("arguments"), names.Take("out"));
        // It keeps what it returns, so it is there before.
        var isNamed = closure.Result is HandleValue;
        if (isNamed)
            code.Line($"var {variable} fbClosure");
        var head = isNamed ? $"{variable}.run = func" : $"{variable} := fbClosure{{run: func";
        using (code.Block($"{head}({arguments}, {output} []byte) ([]byte, error) {{", isNamed ? "}" : "}}"))
        {
            var error = names.Take("err");
            var values = WriteArguments(code, package, called, closure, names, arguments, output, error);
            WriteCall(code, package, closure, names, name, values, variable, output, error, $"\"{called}\", \"{parameter.RustName}\"");
        }

        return code.ToString().TrimEnd('\n');
    }

    private static List<string> WriteArguments(
        CodeWriter code, GoPackage package, string called, ClosureParameter closure, LocalNames names, string arguments, string output,
        string error)
    {
        var values = new List<string>();
        if (closure.Arguments.IsEmpty)
            return values;
        var reader = names.Take("in");
        code.Line($"{reader} := fbReader{{data: {arguments}}}");
        for (var i = 0; i < closure.Arguments.Length; i++)
        {
            var value = names.Take(string.Create(CultureInfo.InvariantCulture, $"arg{i + 1}"));
            code.Line($"{value} := {package.Wire.Reader.ReadFrom(closure.Arguments[i].Type, reader)}");
            values.Add(value);
        }

        code.Line($"{reader}.end()");
        if (package.Wire.Layout.MayMisfit([.. closure.Arguments.Select(a => a.Type)]))
        {
            using (code.Block($"if {error} := {reader}.misfit(\"{called}\"); {error} != nil {{", "}"))
                code.Line($"return {output}, {error}");
        }

        return values;
    }

    private static void WriteCall(
        CodeWriter code, GoPackage package, ClosureParameter closure, LocalNames names, string function, List<string> arguments,
        string variable, string output, string error, string place)
    {
        var parts = ResultLifting.Flat(Inner(closure.Result));
        var results = parts.Length == 1
            ? [names.Take("value")]
            : parts.Select((_, i) => names.Take(string.Create(CultureInfo.InvariantCulture, $"value{i + 1}"))).ToList();
        var some = closure.Result is OptionValue ? names.Take("ok") : null;
        List<string> all = [.. results, .. some is null ? (string[])[] : [some], .. closure.Error is null ? (string[])[] : [error]];
        var call = $"{function}({string.Join(", ", closure.Arguments.Zip(arguments, (a, name) => a.Access is ClosureAccess.Changed ? "&" + name : name))})";
        code.Line(all.Count == 0 ? call : $"{string.Join(", ", all)} := {call}");

        var body = new CodeWriter("\t");
        var writer = names.Take("w");
        void Put(DataType type, string value)
        {
            if (package.Wire.Writer.Append(type, value, output, "&" + writer) is var longer && longer != output)
                body.Line($"{output} = {longer}");
        }

        if (closure.Error is not null)
            WriteError(body, package, closure, names, error, output, writer, place);
        if (some is not null)
        {
            body.Line($"{output} = fbAppendBool({output}, {some})");
            if (!parts.IsEmpty)
            {
                using (body.Block($"if {some} {{", "}"))
                {
                    foreach (var (part, value) in parts.Zip(results))
                        Put(part, value);
                }
            }
        }
        else
        {
            foreach (var (part, value) in parts.Zip(results))
                Put(part, value);
        }

        if (closure.Result is HandleValue)
            body.Line($"{variable}.retain({results[0]})");
        foreach (var (argument, value) in closure.Arguments.Zip(arguments).Where(a => a.First.Access is ClosureAccess.Changed))
            Put(argument.Type, value);
        var text = body.ToString();
        var watches = text.Contains("&" + writer, StringComparison.Ordinal);
        if (watches || text.Contains(writer + ".done(", StringComparison.Ordinal))
            code.Line($"var {writer} fbWriter");
        if (text.Length > 0)
            code.Line(text.TrimEnd('\n'));
        code.Line(watches ? $"return {output}, {writer}.done({place})" : $"return {output}, nil");
    }

    // An error of the type that Rust wants goes there. Any other is the caller's, and goes around Rust.
    private static void WriteError(
        CodeWriter code, GoPackage package, ClosureParameter closure, LocalNames names, string error, string output, string writer,
        string place)
    {
        var (typed, plain) = (names.Take("typed"), names.Take("plain"));
        using (code.Block($"if {error} != nil {{", "}"))
        {
            if (closure.Error!.Value is null)
                code.Line($"{(closure.ErrorValue is UnitValue ? "_" : typed)}, is := fbErrorMessage({error})\nif !is {{\n\treturn {output}, {error}\n}}");
            else if (ErrorWriter.IsValueError(package, closure.Error))
                code.Line($"var {typed} *{closure.Error.GoName}\nvar {plain} {package.Types.Of(closure.Error.Value)}\nif errors.As({error}, &{typed}) {{\n\t{plain} = {typed}.Value\n}} else if !errors.As({error}, &{plain}) {{\n\treturn {output}, {error}\n}}");
            else
                code.Line($"var {typed} *{closure.Error.GoName}\nif !errors.As({error}, &{typed}) {{\n\treturn {output}, {error}\n}}");
            code.Line($"{output} = append({output}, 1)");
            if (closure.ErrorValue is not UnitValue)
                code.Line($"{output} = {package.Wire.Writer.Append(closure.ErrorValue!, closure.Error.Value is null ? typed : ErrorWriter.IsValueError(package, closure.Error) ? plain : typed + ".Value", output, "&" + writer)}");

            code.Line(closure.ErrorValue is UnitValue or NamedValue && !package.Wire.Layout.MayFail(closure.ErrorValue) ? $"return {output}, nil" : $"return {output}, {writer}.done({place})");
        }

        code.Line($"{output} = append({output}, 0)");
    }

    private static string ArgumentType(GoPackage package, ClosureArgument argument) =>
        (argument.Access is ClosureAccess.Changed ? "*" : "") + package.Types.Of(argument.Type);

    private static DataType Inner(DataType type) => type is OptionValue option ? option.Inner : type;
}
