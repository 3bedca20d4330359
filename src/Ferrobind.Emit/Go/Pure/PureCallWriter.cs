using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes how a Go function calls Rust without cgo. There is no ordinary call beside it, so what Rust declines is explained in Go.</summary>
internal static class PureCallWriter
{
    /// <param name="parameters">How each parameter is lowered; their preludes have been written.</param>
    public static void Write(
        CodeWriter code, GoPackage package, ExportPlan export, PureCall call, ImmutableArray<ParameterLowering> parameters, LocalNames names)
    {
        var (direct, signature) = (call.Direct, call.Direct.Signature);
        var named = export.Parameters.Zip(parameters, (p, lowering) => (Plan: p, Name: LocalNames.Parameter(p), lowering.Value)).ToArray();
        var arguments = string.Join(", ", named.SelectMany(p => DirectCallWriter.Arguments(package, p.Plan.Form, p.Name, p.Value)));
        string Call(string function) => $"{PureCalls.Alias}.{function}({arguments})";
        if (!direct.HasState && export.Result is not UnitResult)
        {
            code.Line($"return {DirectCallWriter.Value(package, export.Result, Call(call.MayBeAway ? call.Away : direct.Name))}");
            return;
        }

        var bounds = named.SelectMany(p => DirectCallWriter.Lengths(p.Plan.Form, p.Value ?? p.Name)).Select(length => $"{length} <= {call.ShortElements}");
        var value = signature.Value is null ? null : names.Take("value");
        var state = direct.HasState ? names.Take("state") : null;
        string[] results = [.. new[] { value, state }.OfType<string>()];
        if (call is { MayBeAway: true, MayBeShort: true })
        {
            if (value is not null)
                code.Line($"var {value} {GoScalar.Of(signature.Value!.Value).Type}");
            if (state is not null)
                code.Line($"var {state} uint");
            var assigned = results.Length == 0 ? "" : $"{string.Join(", ", results)} = ";
            using (code.Block($"if {string.Join(" && ", bounds)} {{", "} else {"))
                code.Line(assigned + Call(direct.Name));
            code.Line($"\t{assigned}{Call(call.Away)}").Line("}");
        }
        else
        {
            code.Line((results.Length == 0 ? "" : $"{string.Join(", ", results)} := ") + Call(call.MayBeAway ? call.Away : direct.Name));
        }

        if (state is not null && signature.MayDecline)
        {
            using (code.Block($"if {state} == 1 {{", "}"))
            {
                foreach (var (plan, name, inner) in named)
                    WriteDeclined(code, package, package.Called(export), plan.RustName, plan.Form, name, inner);
                var last = named.Last(p => p.Plan.Form is not ScalarParameter || named.Length == 1).Plan.RustName;
                code.Line($"fbDeclined(\"{package.Called(export)}\", \"{last}\", \"has no valid value in Rust\")");
            }
        }

        if (value is null)
            return;
        var result = DirectCallWriter.Value(package, export.Result, value);
        code.Line(signature.IsOptional ? $"return {result}, {state} == 0" : $"return {result}");
    }

    private static void WriteDeclined(
        CodeWriter code, GoPackage package, string function, string parameter, ParameterForm form, string name, string? inner)
    {
        switch (form)
        {
            case OptionalParameter { Inner: TextParameter or ScalarParameter { Kind: ScalarKind.Char } or SliceParameter { Element: ScalarKind.Char } } optional:
                using (code.Block($"if {name} != nil {{", "}"))
                    WriteDeclined(code, package, function, parameter, optional.Inner, inner!, null);
                break;
            case TextParameter:
                code.Line($"fbDeclinedText(\"{function}\", \"{parameter}\", {name})");
                break;
            case ScalarParameter { Kind: ScalarKind.Char }:
                code.Line($"fbDeclinedChar(\"{function}\", \"{parameter}\", {name})");
                break;
            case SliceParameter { Element: ScalarKind.Char }:
                code.Line($"fbDeclinedChars(\"{function}\", \"{parameter}\", {name})");
                break;
            case NamedParameter named when package.Types.Plan(named.Key) is EnumPlan values:
                using (code.Block($"if !{package.Wire.Reader.Check(values)}({name}) {{", "}"))
                    code.Line($"fbDeclined(\"{function}\", \"{parameter}\", \"has no valid {values.RustPath.Split("::")[^1]}\")");
                break;
        }
    }
}
