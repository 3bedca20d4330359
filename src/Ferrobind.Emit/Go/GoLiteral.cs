using System.Globalization;
using System.Text;

namespace Ferrobind.Emit.Go;

/// <summary>Literals of text and characters.</summary>
internal static class GoLiteral
{
    public static string Text(string text) => $"\"{string.Concat(text.EnumerateRunes().Select(rune => Escape(rune, '"')))}\"";

    public static string Character(Rune rune) => $"'{Escape(rune, '\'')}'";

    private static string Escape(Rune rune, char quote) => rune.Value switch
    {
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when rune.Value == quote => "\\" + quote,
        _ when IsShown(rune) => rune.ToString(),
        <= 0xffff => $"\\u{rune.Value:x4}",
        _ => $"\\U{rune.Value:x8}",
    };

    private static bool IsShown(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
        or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
        or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol
        or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
}
