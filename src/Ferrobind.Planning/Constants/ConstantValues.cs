using System.Globalization;
using System.Text;
using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Constants;

/// <summary>
/// Reads a constant's value from what rustdoc prints of it: <c>16u32</c>, <c>-5i128</c>, <c>0.5f64</c>, <c>'x'</c>, <c>"text"</c>.
/// What it does not understand is not guessed; the bridge then reads the constant at run time.
/// </summary>
internal static class ConstantValues
{
    public static ConstantValue? Of(ConstantItem constant)
    {
        if (Scalars.Of(constant.Type) is { } kind)
            return Scalar(kind, constant.Value ?? constant.Expression) is { } text ? new ScalarConstant(kind, text) : null;
        return constant.Type is ReferenceType { IsMutable: false } reference && reference.Target.IsStr()
            && RustLiteral.Text(constant.Expression) is { } value
            ? new TextConstant(value)
            : null;
    }

    private static string? Scalar(ScalarKind kind, string text) => kind switch
    {
        ScalarKind.Bool => text is "true" or "false" ? text : null,
        ScalarKind.Char => RustLiteral.Char(text) is { } rune
            ? rune.Value.ToString(CultureInfo.InvariantCulture)
            : null,
        ScalarKind.F32 => float.TryParse(
            WithoutSuffix(text, "f32"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && float.IsFinite(value)
            ? value.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant()
            : null,
        ScalarKind.F64 => double.TryParse(
            WithoutSuffix(text, "f64"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant()
            : null,
        _ => Integer(WithoutSuffix(text, kind.ToString().ToLowerInvariant()).Replace("_", "", StringComparison.Ordinal)),
    };

    private static string? Integer(string text)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? text : null;
    }

    private static string WithoutSuffix(string text, string suffix) =>
        text.EndsWith(suffix, StringComparison.Ordinal) ? text[..^suffix.Length] : text;
}

/// <summary>Rust's literals of characters and text, with their escapes.</summary>
internal static class RustLiteral
{
    public static Rune? Char(string literal)
    {
        if (literal.Length < 3 || literal[0] != '\'' || literal[^1] != '\'' || Unescape(literal[1..^1]) is not { } text)
            return null;
        var runes = text.EnumerateRunes().ToArray();
        return runes.Length == 1 ? runes[0] : null;
    }

    public static string? Text(string literal) =>
        literal.Length >= 2 && literal[0] == '"' && literal[^1] == '"' ? Unescape(literal[1..^1]) : null;

    private static string? Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            if (++i == text.Length)
                return null;
            switch (text[i])
            {
                case 'n': result.Append('\n'); break;
                case 'r': result.Append('\r'); break;
                case 't': result.Append('\t'); break;
                case '0': result.Append('\0'); break;
                case '\\' or '\'' or '"': result.Append(text[i]); break;
                case 'x' when i + 2 < text.Length && Hex(text[(i + 1)..(i + 3)]) is { } code:
                    result.Append(code.ToString());
                    i += 2;
                    break;
                case 'u' when text.IndexOf('}', i) is var end and > 0 && Hex(text[(i + 2)..end]) is { } code:
                    result.Append(code.ToString());
                    i = end;
                    break;
                default:
                    return null; // A line continuation, for one: rare enough to read at run time.
            }
        }

        return result.ToString();
    }

    private static Rune? Hex(string digits) =>
        int.TryParse(
            digits.Replace("_", "", StringComparison.Ordinal), NumberStyles.HexNumber, CultureInfo.InvariantCulture,
            out var code)
        && Rune.IsValid(code)
            ? new Rune(code)
            : null;
}
