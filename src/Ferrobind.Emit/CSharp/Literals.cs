using System.Globalization;
using System.Text;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>C# expressions for known values.</summary>
internal static class Literals
{
    /// <summary>A string literal.</summary>
    public static string Text(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\0' => "\\0",
                _ when char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A scalar, and whether C# takes the expression for a constant.</summary>
    public static (string Expression, bool IsConstant) Scalar(ScalarConstant value) => value.Kind switch
    {
        ScalarKind.Char => ($"new({value.Text})", false),
        ScalarKind.I128 => (Halves(Int128.Parse(value.Text, CultureInfo.InvariantCulture)), false),
        ScalarKind.U128 => (Halves(UInt128.Parse(value.Text, CultureInfo.InvariantCulture)), false),
        ScalarKind.Usize => Pointer(value.Text, "nuint", UInt128.Parse(value.Text, CultureInfo.InvariantCulture) <= uint.MaxValue),
        ScalarKind.Isize => Pointer(value.Text, "nint", int.TryParse(value.Text, CultureInfo.InvariantCulture, out _)),
        ScalarKind.F32 => (Float(value.Text, "float", "f"), true),
        ScalarKind.F64 => (Float(value.Text, "double", "d"), true),
        _ => (value.Text, true),
    };

    private static (string Expression, bool IsConstant) Pointer(string digits, string type, bool isConstant) =>
        isConstant ? (digits, true) : ($"unchecked(({type})({digits}))", false);

    private static string Halves(Int128 value) => Halves(unchecked((UInt128)value));

    private static string Halves(UInt128 value) => $"new(0x{(ulong)(value >> 64):x16}, 0x{(ulong)value:x16})";

    private static string Float(string text, string type, string suffix) => text switch
    {
        "NaN" => $"{type}.NaN",
        "inf" => $"{type}.PositiveInfinity",
        "-inf" => $"{type}.NegativeInfinity",
        _ when suffix == "d" && text.AsSpan().ContainsAny('.', 'e', 'E') => text,
        _ => text + suffix,
    };
}
