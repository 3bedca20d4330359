using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Ferrobind.Emit.C;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes the Go function of one export.</summary>
internal static class FunctionWriter
{
    private const int LineLength = 100;

    public static void Write(CodeWriter code, GoPackage package, ExportPlan plan)
    {
        var export = package.Named(plan);
        var names = new LocalNames(export.Parameters.Select(p => p.GoName));
        var result = ResultLifting.Of(package, export);
        string OnError(string error) => export.Error is null
            ? $"panic({error})"
            : $"return {string.Join(", ", result.Zeros.Add(error))}";
        var writer = names.Take("writer");
        var parameters = export.Parameters
            .Select(p => ParameterLowering.Of(package, export, p, names, writer, OnError)).ToImmutableArray();

        if (IsBehindInterface(package, export, out var sum))
            code.Line($"// {package.SumFunction(sum, export)} is [{sum.GoName}.{export.GoName}] of all variants.");
        else
            package.Docs.Write(code, FunctionDocs.Of(package, export));
        using (code.Block($"{Head(package, export)} {{", "}"))
        {
            if (export is { Idiom: Idiom.Display, HasReceiver: true } && package.Types.Plan(export.Owner!) is EnumPlan values)
                WriteUnnamed(code, package, values, LocalNames.Parameter(export.Parameters[0]));
            var prelude = parameters.SelectMany(p => p.Prelude).ToList();
            if (prelude.Any(statement => statement.Contains("&" + writer, StringComparison.Ordinal)))
                code.Line($"var {writer} fbWriter");
            foreach (var statement in prelude)
                code.Line(statement);
            if (package.IsPure)
            {
                PureCallWriter.Write(code, package, export, package.Pure.Of(plan)!, parameters, names);
                return;
            }

            if (package.Direct.Of(plan) is { } direct)
                DirectCallWriter.Write(code, package, export, direct, parameters, names);
            var arguments = parameters.Select(p => string.Join(", ", p.Arguments)).ToList();
            var scratch = names.Take("scratch");
            if (export.UsesScratch)
            {
                code.Line($"var {scratch} C.fb_scratch");
                arguments.Add("&" + scratch);
            }

            var r = names.Take(export.Result is UnitResult ? "failure" : "r");
            if (CallStub.IsNeeded(export))
            {
                var type = CTypeName.Of(package.Plan, export.Result);
                code.Line($"var {r} {(export.Result is UnitResult ? "*C.fb_failure" : $"C.{type}")}");
                WriteCall(code, $"C.{CallStub.Callee(export)}", [.. arguments, $"(*C.uint64_t)(unsafe.Pointer(&{r}))"]);
            }
            else
            {
                WriteCall(code, $"{r} := C.{export.Symbol}", arguments);
            }

            foreach (var space in parameters.Select(p => p.OnStack).OfType<string>())
                code.Line($"runtime.KeepAlive(&{space})");
            var closures = parameters.Select(p => p.Closure).OfType<string>().ToList();
            foreach (var closure in closures)
                code.Line($"{closure}.over()");
            foreach (var owner in parameters.Select(p => p.Handles).OfType<string>())
                code.Line($"runtime.KeepAlive({owner})");
            WriteFailure(code, package, export, export.Result is UnitResult ? r : r + ".failure", closures, names, OnError);
            if (export.Result is WireResult wire)
                WireResultWriter.Write(code, package, export, wire, names, r, scratch, OnError);
            else
                WriteReturn(code, package, export, parameters, result, names, r, scratch);
        }
    }

    /// <summary>The receiver is a pointer, through which its new value is stored.</summary>
    public static bool ChangesReceiver(ExportPlan export) => export.HasReceiver && export.Parameters[0].IsInOut;

    // A method of an enum with data is the interface's; all variants share what it does.
    private static bool IsBehindInterface(GoPackage package, ExportPlan export, [NotNullWhen(true)] out SumPlan? sum)
    {
        sum = export.Owner is { } owner && export.HasReceiver ? package.Types.Plan(owner) as SumPlan : null;
        return sum is not null && !ChangesReceiver(export);
    }

    private static string Head(GoPackage package, ExportPlan export)
    {
        var signature = FunctionSignature.Of(package, export);
        if (signature.Receiver.Length == 0)
            return $"func {export.GoName}{signature.ParametersAndResults}";
        if (package.Types.Plan(export.Owner!) is not SumPlan sum)
            return $"func ({signature.Receiver} {signature.ReceiverType}) {export.GoName}{signature.ParametersAndResults}";
        var all = signature with { Parameters = [(signature.Receiver, signature.ReceiverType), .. signature.Parameters] };
        var name = ChangesReceiver(export) ? sum.GoName + export.GoName : package.SumFunction(sum, export);
        return $"func {name}{all.ParametersAndResults}";
    }

    // Rust could not tell its name, and String must not panic.
    private static void WriteUnnamed(CodeWriter code, GoPackage package, EnumPlan values, string receiver)
    {
        using (code.Block($"if !{package.Wire.Reader.Check(values)}({receiver}) {{", "}"))
            code.Line($"return {EnumWriter.Unnamed(values, receiver)}");
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

    private static void WriteFailure(
        CodeWriter code, GoPackage package, ExportPlan export, string failure, List<string> closures, LocalNames names,
        Func<string, string> onError)
    {
        using (code.Block($"if {failure} != nil {{", "}"))
        {
            foreach (var closure in closures)
            {
                var error = names.Take("err");
                using (code.Block($"if {error} := {closure}.failed(unsafe.Pointer({failure})); {error} != nil {{", "}"))
                    code.Line(onError(error));
            }

            code.Line(export.Error is null
                ? $"fbRaise(\"{package.Called(export)}\", unsafe.Pointer({failure}))"
                : onError($"{ErrorWriter.Constructor(export.Error)}(\"{package.Called(export)}\", unsafe.Pointer({failure}))"));
        }
    }

    private static void WriteReturn(
        CodeWriter code, GoPackage package, ExportPlan export, ImmutableArray<ParameterLowering> parameters, ResultLifting result,
        LocalNames names, string r, string scratch)
    {
        ImmutableArray<string> error = export.Error is null ? [] : ["nil"];
        if (result.IsMissing is { } isMissing)
        {
            using (code.Block($"if {isMissing(r)} {{", "}"))
                code.Line($"return {string.Join(", ", [.. result.Zeros, .. error])}");
        }

        ImmutableArray<string> rest = result.IsMissing is null ? error : ["true", .. error];
        if (export.Result is HandleResult { MayBeReceiver: true } handle)
        {
            var receiver = LocalNames.Parameter(export.Parameters[0]);
            using (code.Block($"if uint64({r}.value) == {package.Handles.Token(handle.Key, receiver)} {{", "}"))
                code.Line($"return {string.Join(", ", [receiver, .. rest])}");
        }

        var value = result.Value?.Invoke(r);
        var kept = export.BorrowsFromArguments ? parameters.Select(p => p.KeptAlive).OfType<string>() : [];
        if (export.UsesScratch && export.Result.IsOwnedMemory)
            kept = kept.Append("&" + scratch);
        if (value is not null && kept.Any())
        {
            var copy = names.Take("result");
            code.Line($"{copy} := {value}");
            foreach (var memory in kept)
                code.Line($"runtime.KeepAlive({memory})");
            value = copy;
        }

        ImmutableArray<string> values = [.. value is null ? [] : new[] { value }, .. rest];
        if (!values.IsEmpty)
            code.Line($"return {string.Join(", ", values)}");
    }
}
