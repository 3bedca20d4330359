using System.Collections.Immutable;
using Ferrobind.Emit.C;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes the Go function of one export.</summary>
internal static class FunctionWriter
{
    private const int LineLength = 100;

    public static void Write(CodeWriter code, GoPackage package, ExportPlan export)
    {
        var names = new LocalNames(export.Parameters.Select(p => p.GoName));
        var result = ResultLifting.Of(export.Result);
        string OnError(string error) => export.Error is null
            ? $"panic({error})"
            : $"return {string.Join(", ", result.Zeros.Add(error))}";
        var parameters = export.Parameters.Select(p => ParameterLowering.Of(export, p, names, OnError)).ToImmutableArray();

        package.Docs.Write(code, FunctionDocs.Of(export));
        using (code.Block($"{Signature(export, parameters, result)} {{", "}"))
        {
            foreach (var statement in parameters.SelectMany(p => p.Prelude))
                code.Line(statement);
            var arguments = parameters.Select(p => string.Join(", ", p.Arguments)).ToList();
            if (export.UsesScratch)
            {
                var scratch = names.Take("scratch");
                code.Line($"var {scratch} C.fb_scratch");
                arguments.Add("&" + scratch);
            }

            var r = names.Take(export.Result is UnitResult ? "failure" : "r");
            if (CallStub.IsNeeded(export))
            {
                var words = names.Take("words");
                var type = CTypeName.Of(export.Result);
                code.Line($"var {words} [(C.sizeof_{type} + 7) / 8]C.uint64_t");
                WriteCall(code, $"C.{CallStub.Callee(export)}", [.. arguments, $"&{words}[0]"]);
                code.Line($"{r} := (*C.{type})(unsafe.Pointer(&{words}))");
            }
            else
            {
                WriteCall(code, $"{r} := C.{export.Symbol}", arguments);
            }

            WriteFailure(code, export, export.Result is UnitResult ? r : r + ".failure", OnError);
            WriteReturn(code, export, parameters, result, names, r);
        }
    }

    private static string Signature(ExportPlan export, ImmutableArray<ParameterLowering> parameters, ResultLifting result)
    {
        var results = export.Error is null ? result.Types : result.Types.Add("error");
        var list = ParameterList.Of([.. export.Parameters.Zip(parameters, (plan, go) => (LocalNames.Parameter(plan), go.GoType))]);
        return $"func {export.GoName}({list})" + results.Length switch
        {
            0 => "",
            1 => " " + results[0],
            _ => $" ({string.Join(", ", results)})",
        };
    }

    /// <summary>One line if it fits, else one for each parameter.</summary>
    private static void WriteCall(CodeWriter code, string callee, IReadOnlyList<string> arguments)
    {
        var line = $"{callee}({string.Join(", ", arguments)})";
        if (line.Length <= LineLength)
        {
            code.Line(line);
            return;
        }

        using (code.Block($"{callee}(", ")"))
        {
            foreach (var argument in arguments)
                code.Line(argument + ",");
        }
    }

    private static void WriteFailure(CodeWriter code, ExportPlan export, string failure, Func<string, string> onError)
    {
        using (code.Block($"if {failure} != nil {{", "}"))
        {
            code.Line(export.Error is null
                ? $"fbRaise(\"{export.GoName}\", unsafe.Pointer({failure}))"
                : onError($"fbFailed(\"{export.GoName}\", unsafe.Pointer({failure}), {ErrorWriter.Constructor(export.Error)})"));
        }
    }

    private static void WriteReturn(
        CodeWriter code, ExportPlan export, ImmutableArray<ParameterLowering> parameters, ResultLifting result, LocalNames names, string r)
    {
        ImmutableArray<string> error = export.Error is null ? [] : ["nil"];
        if (result.IsOptional)
        {
            using (code.Block($"if !{r}.some {{", "}"))
                code.Line($"return {string.Join(", ", [.. result.Zeros, .. error])}");
        }

        var value = result.Value?.Invoke(r);
        if (value is not null && export.BorrowsFromArguments)
        {
            var copy = names.Take("result");
            code.Line($"{copy} := {value}");
            foreach (var kept in parameters.Select(p => p.KeptAlive).OfType<string>())
                code.Line($"runtime.KeepAlive({kept})");
            value = copy;
        }

        ImmutableArray<string> values = value is null ? [] : [value];
        if (result.IsOptional)
            values = values.Add("true");
        values = values.AddRange(error);
        if (!values.IsEmpty)
            code.Line($"return {string.Join(", ", values)}");
    }
}
