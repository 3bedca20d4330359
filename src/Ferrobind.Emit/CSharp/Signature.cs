using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>The parameters of the methods of one function.</summary>
internal static class Signature
{
    /// <summary>
    /// A parameter's type. An optional text stays a <c>string</c>, for a span cannot say "none"; an optional slice is an array for the
    /// same reason.
    /// </summary>
    public static string Type(ParameterForm form, bool utf8) => form switch
    {
        ScalarParameter scalar => CSharpTypes.Public(scalar.Kind),
        TextParameter => utf8 ? "ReadOnlySpan<byte>" : "string",
        SliceParameter { IsMutable: true } slice => $"Span<{CSharpTypes.Public(slice.Element)}>",
        SliceParameter slice => $"ReadOnlySpan<{CSharpTypes.Public(slice.Element)}>",
        OptionalParameter { Inner: ScalarParameter scalar } => $"{CSharpTypes.Public(scalar.Kind)}?",
        OptionalParameter { Inner: TextParameter } => "string?",
        OptionalParameter { Inner: SliceParameter slice } => $"{CSharpTypes.Public(slice.Element)}[]?",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a parameter form"),
    };

    /// <summary>The method that takes strings and throws, as a <c>cref</c> says it.</summary>
    public static string Cref(ExportPlan export) => Cref(export.CSharpName, export.Parameters.Select(p => p.Form), null);

    /// <summary>The method that takes strings, as a <c>cref</c> says it: no nullable references, braces for brackets.</summary>
    public static string Cref(string name, IEnumerable<ParameterForm> forms, ResultForm? outResult)
    {
        var types = forms.Select(f => NotNull(f is OptionalParameter { Inner: not ScalarParameter }, Type(f, utf8: false)));
        if (outResult is not null)
            types = types.Append($"out {NotNull(outResult is OptionalResult { Inner: not ScalarResult }, ResultLifting.Type(outResult))}");
        return $"{name}({string.Join(", ", types)})".Replace('<', '{').Replace('>', '}');
    }

    private static string NotNull(bool isReference, string type) => isReference ? type.TrimEnd('?') : type;
}
