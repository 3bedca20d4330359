using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>From what came back to what the user gets.</summary>
internal static class ResultLifting
{
    /// <summary>The type in the public API.</summary>
    public static string Type(ResultForm form) => form switch
    {
        UnitResult => "void",
        ScalarResult scalar => CSharpTypes.Public(scalar.Kind),
        TextResult => "string",
        SliceResult slice => $"{CSharpTypes.Public(slice.Element)}[]",
        OptionalResult optional => Type(optional.Inner) + "?",
        _ => throw Unknown(form),
    };

    /// <summary>The value in <paramref name="returned"/>, which holds no failure.</summary>
    public static string Expression(ResultForm form, string returned) => form switch
    {
        ScalarResult scalar => Scalar(scalar.Kind, $"{returned}.Value"),
        TextResult or OptionalResult { Inner: TextResult } => $"{returned}.ToText()",
        SliceResult slice => Array(slice, returned),
        OptionalResult { Inner: SliceResult slice } => Array(slice, returned),
        OptionalResult { Inner: ScalarResult { Kind: ScalarKind.Char or ScalarKind.I128 or ScalarKind.U128 } scalar } =>
            $"{returned}.Some ? {Scalar(scalar.Kind, $"{returned}.Value")} : null",
        OptionalResult { Inner: ScalarResult } => $"{returned}.ToNullable()",
        _ => throw Unknown(form),
    };

    private static string Array(SliceResult slice, string returned) => $"{returned}.ToArray<{CSharpTypes.Public(slice.Element)}>()";

    private static string Scalar(ScalarKind kind, string value) => kind switch
    {
        ScalarKind.Char => $"new Rune({value})",
        ScalarKind.I128 => $"{value}.ToInt128()",
        ScalarKind.U128 => $"{value}.ToUInt128()",
        _ => value,
    };

    private static ArgumentOutOfRangeException Unknown(ResultForm form) => new(nameof(form), form, "not a result form");
}
