using System.Collections.Immutable;
using System.Globalization;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// Writes how a function reads its result from the wire, and behind it the new values of the arguments that the call
/// changed. They are stored when all has been read.
/// </summary>
internal static class WireResultWriter
{
    public static void Write(
        CodeWriter code, GoPackage package, ExportPlan export, WireResult result, LocalNames names, string r, string scratch,
        Func<string, string> onError)
    {
        var reader = names.Take("reader");
        code.Line($"{reader} := fbReturned({r}.data, uintptr({r}.len))");
        var values = Values(code, package, result.Type, names, reader);
        var changed = export.InOut.Select(p => (
            Parameter: LocalNames.Parameter(p), Name: names.Take("new" + Capital(LocalNames.Parameter(p))), ((WireParameter)p.Form).Type)).ToList();
        foreach (var (_, name, type) in changed)
            code.Line($"{name} := {package.Wire.Reader.ReadFrom(type, reader)}");
        code.Line($"fbRead(&{reader}, {r}.data, uintptr({r}.capacity))").Line($"runtime.KeepAlive(&{scratch})");
        if (package.Wire.Layout.MayMisfit([result.Type, .. changed.Select(c => c.Type)]))
        {
            var error = names.Take("err");
            using (code.Block($"if {error} := {reader}.misfit(\"{package.Called(export)}\"); {error} != nil {{", "}"))
                code.Line(onError(error));
        }

        foreach (var (parameter, name, _) in changed)
            code.Line($"*{parameter} = {name}");
        if (export.Error is not null)
            values = values.Add("nil");
        if (!values.IsEmpty)
            code.Line($"return {string.Join(", ", values)}");
    }

    /// <summary>Reads the result into variables.</summary>
    private static ImmutableArray<string> Values(CodeWriter code, GoPackage package, DataType type, LocalNames names, string reader)
    {
        var parts = ResultLifting.Flat(type is OptionValue option ? option.Inner : type);
        var values = parts.Length == 1
            ? [names.Take("value")]
            : parts.Select((_, i) => names.Take(string.Create(CultureInfo.InvariantCulture, $"value{i + 1}"))).ToImmutableArray();
        if (type is not OptionValue)
        {
            foreach (var (part, value) in parts.Zip(values))
                code.Line($"{value} := {package.Wire.Reader.ReadFrom(part, reader)}");
            return values;
        }

        foreach (var (part, value) in parts.Zip(values))
            code.Line($"var {value} {package.Types.Of(part)}");
        var some = names.Take("ok");
        code.Line($"{some} := {reader}.bool()");
        if (!parts.IsEmpty)
        {
            using (code.Block($"if {some} {{", "}"))
            {
                foreach (var (part, value) in parts.Zip(values))
                    code.Line($"{value} = {package.Wire.Reader.ReadFrom(part, reader)}");
            }
        }

        return values.Add(some);
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
