using System.Text;
using Basics;
using Text = Basics.Text;

namespace Behaviour;

internal static class TextCases
{
    public static readonly Case[] All =
    [
        new("text/empty", () => Every("")),
        new("text/one", () => Every("x")),
        new("text/nul-inside", () =>
        {
            Every("\0");
            Every("a\0b\0");
            Every(new string('\0', 300) + "x");
        }),
        new("text/four-byte-characters", () =>
        {
            Every("😀");
            Every("a😀é€\U0010FFFF");
            Every(Repeat("😀", 64));
            Every(Repeat("😀", 65));
        }),
        new("text/sizes", () =>
        {
            foreach (var size in Check.Sizes)
            {
                Every(new string('z', size));
                Every(Repeat("é", size / 2)); // as many bytes, half as many characters
            }
        }),
        new("text/part-of-another", () =>
        {
            var whole = Encoding.UTF8.GetBytes(Repeat("<äbc😀>", 100));
            Check.Equal(Text.Trim(whole.AsSpan(11, 8)), "äbc😀");
            Check.Equal(Text.ByteLen(whole.AsSpan(11, 8)), 8u);
            Check.Equal(Text.Upper(whole.AsSpan(whole.Length)), "");
        }),
        new("text/upper", () =>
        {
            Check.Equal(Text.Upper("straße ünï 😀"), "STRASSE ÜNÏ 😀");
            Check.Equal(Text.Upper("utf8"u8), "UTF8");
            Check.Equal(Text.Upper(""), "");
        }),
        new("text/characters", () =>
        {
            Check.Equal(Text.CharCount("aé€😀"), 4u);
            Check.Equal(Text.CharCount(""), 0u);
        }),
        new("text/join", () =>
        {
            Check.Equal(Text.Join("a", "b"), "ab");
            Check.Equal(Text.Join("", ""), "");
            Check.Equal(Text.Join(Repeat("a", 200), Repeat("b", 200)), Repeat("a", 200) + Repeat("b", 200));
        }),
        new("text/fixed", () => Check.Equal(Text.Fixed(), "always")),
        new("text/borrowed-part", () =>
        {
            Check.Equal(Text.Trim("  \u00a0x y\t\n"), "x y");
            Check.Equal(Text.Trim(" \t "), "");
        }),
        new("text/borrowed-of-two", () =>
        {
            Check.Equal(Text.Longer("long", "longer"), "longer");
            Check.Equal(Text.Longer("same", "size"), "same");
            Check.Equal(Text.Longer("", ""), "");
        }),
        new("text/cow", () =>
        {
            Check.Equal(Text.Untab("a b"), "a b");
            Check.Equal(Text.Untab("a\tb"), "a b");
            Check.Equal(Text.Untab(Repeat("\t", 1000)), Repeat(" ", 1000));
        }),
        new("text/repeat", () =>
        {
            foreach (var size in Check.Sizes)
                Check.Equal(Text.Repeat(new Rune('r'), (nuint)size), new string('r', size));
            Check.Equal(Text.Repeat(new Rune(0x1F600), 65), Repeat("😀", 65));
        }),
        new("text/not-utf8", () =>
        {
            byte[][] bad =
            [
                [0xFF], [0x80], [(byte)'a', 0xC3], [0xC3, (byte)'('], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC0, 0x80],
                [0xF4, 0x90, 0x80, 0x80], [.. Enumerable.Repeat((byte)'x', 1000), 0xFF], [0xFF, .. Enumerable.Repeat((byte)'x', 1000)],
            ];
            foreach (var text in bad)
            {
                Check.Refused("text", () => Text.ByteLen(text));
                Check.Refused("text", () => Text.Upper(text));
                Check.Refused("text", () => Text.CharCount(text));
                Check.Refused("text", () => Text.AsRefLen(text));
            }

            Check.Equal(Text.Upper("a"), "A");
        }),
        new("text/not-utf8-names-the-parameter", () =>
        {
            Check.Refused("a", () => Text.Join([0xFF], "b"u8));
            Check.Refused("b", () => Text.Join("a"u8, [0xFF]));
            var refused = Check.Refused("b", () => Text.Join("a"u8, [1, 2, 3, 4, 0xFF]));
            Check.That(refused.Message.StartsWith("is not UTF-8 at byte 4", StringComparison.Ordinal), refused.Message);
        }),
        new("text/surrogates", () =>
        {
            foreach (var text in (string[])["\ud800", "a\udfff", "\udc00\ud800", new string('x', 5000) + "\ud800", "\udc00" + new string('x', 5000)])
            {
                Check.Refused("text", () => Text.ByteLen(text));
                Check.Refused("text", () => Text.Upper(text));
                Check.Refused("text", () => Options.TextOrNone(text));
                Check.Refused("b", () => Text.Join("a", text));
                Check.Refused("text", () => BasicsLib.TryParseNumber(text, out _));
            }

            Check.Equal(Text.CharCount("\ud83d\ude00"), 1u);
        }),
        new("text/null", () =>
        {
            Check.Equal(Check.Throws<ArgumentNullException>(() => Text.Upper((string)null!)).ParamName, "text");
            Check.Equal(Check.Throws<ArgumentNullException>(() => Text.Boxed((string)null!)).ParamName, "text");
            Check.Equal(Check.Throws<ArgumentNullException>(() => Text.Join(null!, "")).ParamName, "a");
            Check.Equal(Check.Throws<ArgumentNullException>(() => Text.Join("", null!)).ParamName, "b");
            Check.Equal(Check.Throws<ArgumentNullException>(() => BasicsLib.ParseNumber((string)null!)).ParamName, "text");
            Check.Equal(Check.Throws<ArgumentNullException>(() => BasicsLib.TryParseNumber((string)null!, out _)).ParamName, "text");
            Check.Equal(Text.ByteLen((ReadOnlySpan<byte>)default), 0u);
        }),
    ];

    public static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static void Every(string text)
    {
        (string Name, Func<string, string?> Echo)[] echoes =
        [
            ("Boxed", Text.Boxed), ("Shared", Text.Shared), ("IntoString", Text.IntoString), ("NamedInto", Text.NamedInto),
            ("GenericRef", Text.GenericRef), ("Untab", Text.Untab), ("Trim", Text.Trim), ("Longer", t => Text.Longer(t, "")),
            ("Join", t => Text.Join(t, "")), ("EchoText", Options.EchoText),
        ];
        foreach (var (name, echo) in echoes)
            Check.Equal(echo(text), text, name);

        (string Name, Func<string, nuint> Length)[] lengths =
        [
            ("ByteLen", Text.ByteLen), ("CowLen", Text.CowLen), ("StringRef", Text.StringRef), ("AsRefLen", Text.AsRefLen),
        ];
        foreach (var (name, length) in lengths)
            Check.Equal(length(text), (nuint)Encoding.UTF8.GetByteCount(text), name);
    }
}
