using Basics;
using Text = Basics.Text;

namespace Behaviour;

internal static class CallCases
{
    public static readonly Case[] All =
    [
        new("calls/add", () =>
        {
            Check.Equal(BasicsLib.Add(2, 3), 5L);
            Check.Equal(BasicsLib.Add(long.MaxValue, 1), long.MinValue);
        }),
        new("calls/nothing", BasicsLib.Nothing),
        new("calls/renamed", () => Check.Equal(BasicsLib.Renamed(7), 7u)),
        new("calls/deprecated", () =>
        {
#pragma warning disable CS0618 // That it is there, and says so, is the point.
            Check.Equal(BasicsLib.Plus(2, 3), 5L);
#pragma warning restore CS0618
        }),
        new("calls/link-mode", () =>
        {
            Check.That(BasicsLib.LinkMode is "dynamic" or "static");
            Console.WriteLine($"link mode: {BasicsLib.LinkMode}");
        }),
        new("calls/at-once", () => Check.AtOnce(8, number =>
        {
            for (var i = 0; i < 1000; i++)
            {
                var text = new string('x', i % 300);
                Check.Equal(BasicsLib.Add(number, i), number + i);
                Check.Equal(Text.Upper(text), new string('X', i % 300));
                Check.Equal(Slices.CountUp((nuint)i).Length, i);
                Check.That(!BasicsLib.TryHalf((2 * i) + 1, out _));
                Check.Equal(Options.After(text, "y"), null);
                if (i % 10 == 0)
                    Check.Failed<TroubleException>($"{i + 1} is odd", () => BasicsLib.Half(i + 1));
            }
        })),
        new("calls/no-growth", () =>
        {
            var text = new string('t', 20_000);
            Check.Grows(2000, 20_000, () =>
            {
                Text.Upper(text);
                Options.EchoText(text);
                Slices.CountUp(20_000);
            });
        }),
    ];
}
