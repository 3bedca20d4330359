using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>An export's C signature in C# types (docs/abi.md).</summary>
internal static class NativeSignature
{
    /// <summary>The parameters with their types, the scratch block included.</summary>
    public static IEnumerable<string> Parameters(ExportPlan export)
    {
        var list = export.Parameters.SelectMany(p => Parameters(p.Form, p.CName.TrimStart('@')));
        return export.UsesScratch ? list.Append("Scratch* scratch") : list;
    }

    /// <summary>The result's type.</summary>
    public static string Result(ResultForm form) => form switch
    {
        UnitResult => "Failure*",
        ScalarResult scalar => $"Returned<{CSharpTypes.Native(scalar.Kind)}>",
        TextResult or SliceResult => "ReturnedBuffer",
        OptionalResult { Inner: ScalarResult scalar } => $"ReturnedOption<{CSharpTypes.Native(scalar.Kind)}>",
        OptionalResult => "ReturnedOptionBuffer",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a result form"),
    };

    private static IEnumerable<string> Parameters(ParameterForm form, string name) => form switch
    {
        ScalarParameter scalar => [$"{CSharpTypes.Native(scalar.Kind)} {NativeWriter.Identifier(name)}"],
        TextParameter or SliceParameter => [$"{CSharpTypes.Element(form)}* {NativeWriter.Identifier(name)}", $"nuint {name}_len"],
        OptionalParameter optional => [.. Parameters(optional.Inner, name), $"bool {name}_some"],
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a parameter form"),
    };
}
