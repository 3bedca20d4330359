using Basics;

namespace Behaviour;

internal static class ErrorCases
{
    public static readonly Case[] All =
    [
        new("errors/success", () =>
        {
            Check.Equal(BasicsLib.ParseNumber("-9223372036854775808"), long.MinValue);
            Check.Equal(BasicsLib.ParseNumber("0"), 0L);
            Check.Equal(BasicsLib.ParseNumber("17"u8), 17L);
            Check.Equal(BasicsLib.FailText(false), "fine");
        }),
        new("errors/typed", () =>
        {
            Check.Failed<ParseFailureException>("\"x\" is no number", () => BasicsLib.ParseNumber("x"));
            Check.That(new ParseFailureException() is RustException);
            Check.That(!typeof(TroubleException).IsAssignableFrom(typeof(ParseFailureException)));
        }),
        new("errors/of-nothing", () =>
        {
            BasicsLib.Validate("x");
            Check.Failed<TroubleException>("it is empty", () => BasicsLib.Validate(""));
        }),
        new("errors/of-an-option", () =>
        {
            Check.Equal(BasicsLib.CheckedDiv("7", 2), 3u);
            Check.Equal(BasicsLib.CheckedDiv("7", 0), null);
            Check.Failed<ParseIntException>("invalid digit found in string", () => BasicsLib.CheckedDiv("7x", 1));
            Check.That(BasicsLib.TryCheckedDiv("7", 0, out var nothing) && nothing is null);
            Check.That(!BasicsLib.TryCheckedDiv("7x", 1, out nothing) && nothing is null);
        }),
        new("errors/text", () => Check.Failed<RustException>("it failed: ünïcödé", () => BasicsLib.FailText(true))),
        new("errors/erased", () =>
        {
            Check.Equal(BasicsLib.FailErased(false), (byte)1);
            Check.Failed<RustException>("erased", () => BasicsLib.FailErased(true));
        }),
        new("errors/alias", () =>
        {
            Check.Equal(BasicsLib.Half(10), 5);
            Check.Failed<TroubleException>("-7 is odd", () => BasicsLib.Half(-7));
        }),
        new("errors/message-sizes", () =>
        {
            foreach (var size in Check.Sizes.Append(100_000))
                Check.Failed<RustException>(new string('x', size), () => BasicsLib.FailLong((nuint)size));
        }),
        new("errors/message-escapes", () => Check.Failed<ParseFailureException>(
            "\"a\\\"\\\\\\n\\0ü😀\" is no number", () => BasicsLib.ParseNumber("a\"\\\n\0ü😀"))),
        new("errors/without-throwing", () =>
        {
            Check.That(BasicsLib.TryHalf(10, out var half) && half == 5);
            Check.That(!BasicsLib.TryHalf(3, out half) && half == 0);
            Check.That(!BasicsLib.TryFailLong(3, out var data) && data is null);
            Check.That(!BasicsLib.TryFailLong(100_000, out data) && data is null);
            Check.That(BasicsLib.TryFailText(false, out var text) && text == "fine");
            Check.That(!BasicsLib.TryFailText(true, out text) && text is null);
            Check.That(BasicsLib.TryValidate("x") && !BasicsLib.TryValidate(""));
            Check.That(BasicsLib.TryParseNumber("5"u8, out var number) && number == 5);
            Check.That(!BasicsLib.TryParseNumber("x"u8, out number) && number == 0);
        }),
        new("errors/invalid-argument", () =>
        {
            Check.Refused("text", () => BasicsLib.ParseNumber([(byte)'1', 0xFF]));
            Check.Refused("text", () => BasicsLib.TryParseNumber([(byte)'1', 0xFF], out _));
            Check.Refused("text", () => BasicsLib.Validate([0xFF]));
            Check.Refused("a", () => BasicsLib.CheckedDiv([0xFF], 1));
        }),
        new("errors/a-message-that-panics", () =>
        {
            Check.Equal(Check.Panics(() => Misuse.FailMute()).Message, "no words");
            Check.Equal(Check.Panics(() => Misuse.TryFailMute(out _)).Message, "no words");
            Check.Equal(BasicsLib.Add(1, 2), 3L);
        }),
        new("errors/no-growth", () =>
        {
            Check.Grows(1000, 20_000, () => Check.Throws<RustException>(() => BasicsLib.FailLong(20_000)));
            Check.Grows(2000, 20_000, () => Check.That(!BasicsLib.TryFailLong(20_000, out _)));
        }),
    ];
}
