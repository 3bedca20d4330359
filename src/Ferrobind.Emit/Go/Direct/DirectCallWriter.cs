using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes how a Go function calls Rust directly, ahead of the ordinary call that it makes else.</summary>
internal static class DirectCallWriter
{
    /// <param name="parameters">How each parameter is lowered; their preludes have been written.</param>
    public static void Write(
        CodeWriter code, GoPackage package, ExportPlan export, DirectCall direct, ImmutableArray<ParameterLowering> parameters,
        LocalNames names)
    {
        var named = export.Parameters.Zip(parameters, (p, lowering) => (p.Form, Name: LocalNames.Parameter(p), lowering.Value)).ToArray();
        var arguments = named.SelectMany(p => Arguments(package, p.Form, p.Name, p.Value));
        var lengths = named.SelectMany(p => Lengths(p.Form, p.Value ?? p.Name));
        var call = $"{DirectCalls.Alias}.{direct.Name}({string.Join(", ", arguments)})";
        var limit = direct.Proven!.Elements < int.MaxValue
            ? string.Concat(lengths.Select(length => $" && {length} <= {direct.Proven.Elements}")) : "";
        using (code.Block($"if {DirectCalls.Alias}.Enabled{limit} {{", "}"))
        {
            if (export.Result is UnitResult)
            {
                if (!direct.HasState)
                    code.Line(call).Line("return");
                else
                    code.Line($"if {call} == 0 {{\n\treturn\n}}");
            }
            else if (!direct.HasState)
            {
                code.Line($"return {Value(package, export.Result, call)}");
            }
            else
            {
                var (value, state) = (names.Take("value"), names.Take("state"));
                var found = direct.Signature.IsOptional ? ", true" : "";
                code.Line($"{value}, {state} := {call}");
                using (code.Block($"if {state} == 0 {{", "}"))
                    code.Line($"return {Value(package, export.Result, value)}{found}");
                if (direct.Signature.IsOptional)
                {
                    var zero = GoScalar.Of(direct.Signature.Value!.Value).Zero;
                    code.Line(direct.Signature.MayDecline
                        ? $"if {state} == 2 {{\n\treturn {zero}, false\n}}" : $"return {zero}, false");
                }
            }
        }
    }

    /// <summary>The value in Go of what comes back.</summary>
    public static string Value(GoPackage package, ResultForm form, string value) => form switch
    {
        NamedResult named => package.Mirrors.FromC(new NamedValue(named.Key), value),
        _ => value,
    };

    /// <summary>What the trampoline is given for a parameter.</summary>
    /// <param name="value">Of an optional parameter: the variable with what the pointer points to.</param>
    public static IEnumerable<string> Arguments(GoPackage package, ParameterForm form, string name, string? value) => form switch
    {
        ScalarParameter => [name],
        NamedParameter named => [$"{GoScalar.Of(((EnumPlan)package.Types.Plan(named.Key)).Underlying).Type}({name})"],
        TextParameter => [$"unsafe.Pointer(unsafe.StringData({name}))", $"len({name})"],
        SliceParameter => [$"unsafe.Pointer(unsafe.SliceData({name}))", $"len({name})"],
        OptionalParameter optional => [.. Arguments(package, optional.Inner, value!, null), $"{name} != nil"],
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "has no direct form"),
    };

    /// <summary>The numbers of elements of a parameter.</summary>
    public static IEnumerable<string> Lengths(ParameterForm form, string name) => form switch
    {
        TextParameter or SliceParameter => [$"len({name})"],
        OptionalParameter optional => Lengths(optional.Inner, name),
        _ => [],
    };
}
