using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.C;

/// <summary>The declaration of a function.</summary>
internal static class CPrototype
{
    private const int MaxWidth = 100;

    public static void Write(CodeWriter writer, string result, string symbol, ImmutableArray<string> parameters)
    {
        var head = CTypeName.Declare(result, symbol);
        var line = $"{head}({(parameters.IsEmpty ? "void" : string.Join(", ", parameters))});";
        if (line.Length <= MaxWidth || parameters.IsEmpty)
        {
            writer.Line(line);
            return;
        }

        using (writer.Block($"{head}(", ""))
        {
            for (var i = 0; i < parameters.Length; i++)
                writer.Line(parameters[i] + (i < parameters.Length - 1 ? "," : ");"));
        }
    }

    /// <summary>The parameters of an export, the scratch block included.</summary>
    public static ImmutableArray<string> Parameters(BridgePlan plan, ExportPlan export)
    {
        var parameters = export.Parameters.SelectMany(p => Parts(plan, p.CName, p.Form));
        return export.UsesScratch ? [.. parameters, "fb_scratch *scratch"] : [.. parameters];
    }

    private static IEnumerable<string> Parts(BridgePlan plan, string name, ParameterForm form) => form switch
    {
        ScalarParameter scalar => [$"{CTypeName.Of(scalar.Kind)} {name}"],
        NamedParameter named => [$"{CTypeName.Of(plan, named.Key)} {name}"],
        HandleParameter => [$"uint64_t {name}"],
        RecordSliceParameter slice =>
            [$"{(slice.IsMutable ? "" : "const ")}{CTypeName.Of(plan, slice.Key)} *{name}", $"size_t {name}_len"],
        TextParameter or WireParameter => [$"const uint8_t *{name}", $"size_t {name}_len"],
        SliceParameter slice =>
            [$"{(slice.IsMutable ? "" : "const ")}{CTypeName.Of(slice.Element)} *{name}", $"size_t {name}_len"],
        ClosureParameter => [$"fb_closure {name}", $"uintptr_t {name}_context"],
        OptionalParameter optional => [.. Parts(plan, name, optional.Inner), $"bool {name}_some"],
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a parameter form"),
    };
}
