using System.Text.RegularExpressions;
using Basics;

namespace Behaviour;

internal static partial class PanicCases
{
    public static readonly Case[] All =
    [
        new("panics/message", () =>
        {
            Check.Equal(Check.Panics(() => Misuse.PanicWith("ouch")).Message, "ouch");
            Check.Equal(Check.Panics(() => Misuse.PanicWith("ouch"u8)).Message, "ouch");
        }),
        new("panics/location", () =>
        {
            Located(Check.Panics(() => Misuse.PanicWith("where")));
            Located(Check.Panics(Misuse.PanicFixed));
        }),
        new("panics/fixed-message", () => Check.Equal(Check.Panics(Misuse.PanicFixed).Message, "always")),
        new("panics/unusual-messages", () =>
        {
            foreach (var message in (string[])["", "ünïcödé 😀", "nul \0 inside", "{} %s %d", "line\nbreak"])
            {
                var panic = Check.Panics(() => Misuse.PanicWith(message));
                Check.Equal(panic.Message, message);
                Located(panic);
            }
        }),
        new("panics/message-sizes", () =>
        {
            foreach (var size in Check.Sizes.Append(100_000))
            {
                var panic = Check.Panics(() => Misuse.PanicLong((nuint)size));
                Check.Equal(panic.Message, new string('y', size));
                Located(panic);
            }
        }),
        new("panics/no-text", () => Check.That(Check.Panics(Misuse.PanicOdd).Message.Length > 0)),
        new("panics/payload-that-panics", () =>
        {
            Check.Panics(Misuse.PanicTwice);
            Check.Panics(Misuse.PanicTwice);
            Check.Equal(Check.Panics(Misuse.PanicFixed).Message, "always");
        }),
        new("panics/out-of-bounds", () =>
        {
            Check.Equal(Misuse.OutOfBounds([1, 2], 1), 2u);
            var panic = Check.Panics(() => Misuse.OutOfBounds([1, 2], 2));
            Check.Equal(panic.Message, "index out of bounds: the len is 2 but the index is 2");
            Located(panic);
            Check.Panics(() => Misuse.OutOfBounds([], 0));
        }),
        new("panics/caught-by-the-crate", () => Check.That(Misuse.PanicCaught())),
        new("panics/on-the-crates-own-thread", () => Check.That(Misuse.PanicElsewhere())),
        new("panics/calls-go-on", () =>
        {
            for (var i = 0; i < 10; i++)
            {
                Check.Panics(Misuse.PanicFixed);
                Check.Equal(BasicsLib.Add(i, 1), i + 1);
                Check.Equal(Basics.Text.Upper("go on"), "GO ON");
            }
        }),
        new("panics/a-thousand-in-a-row", () =>
        {
            for (var i = 0; i < 1000; i++)
                Check.Equal(Check.Panics(() => Misuse.PanicWith("again")).Message, "again");
        }),
        new("panics/no-growth", () =>
            Check.Grows(1000, 20_000, () => Check.Panics(() => Misuse.PanicLong(20_000)))),
        new("panics/on-another-thread", () =>
        {
            Check.AtOnce(1, _ => Check.Equal(Check.Panics(() => Misuse.PanicWith("there")).Message, "there"));
            Check.Equal(BasicsLib.Add(1, 2), 3L);
        }),
        new("panics/on-threads-at-once", () => Check.AtOnce(8, number =>
        {
            var message = new string((char)('a' + number), (100 * number) + 1);
            for (var i = 0; i < 200; i++)
            {
                var panic = Check.Panics(() => Misuse.PanicWith(message));
                Check.Equal(panic.Message, message);
                Located(panic);
            }
        })),
        new("panics/one-is-not-another", () =>
        {
            Check.Refused("message", () => Misuse.PanicWith([0xFF]));
            Check.Panics(() => Misuse.PanicWith("\uFFFD"));
        }),
    ];

    private static void Located(RustPanicException panic) =>
        Check.That(Location().IsMatch(panic.RustLocation ?? ""), panic.RustLocation ?? "no location");

    [GeneratedRegex(@"(^|/)src/misuse\.rs:[1-9][0-9]*:[1-9][0-9]*$")]
    private static partial Regex Location();
}
