using System.Runtime.CompilerServices;
using System.Text;
using Basics;

namespace Behaviour;

internal static class OptionCases
{
    public static readonly Case[] All =
    [
        new("options/number", () =>
        {
            Check.Equal(Options.Increment(41), 42u);
            Check.Equal(Options.Increment(uint.MaxValue), 0u);
        }),
        new("options/zero-or-missing", () =>
        {
            Check.Equal(Options.Increment(0), 1u);
            Check.Equal(Options.Increment(null), null);
            Check.Equal(Options.Sum([]), 0L);
            Check.Equal(Options.Sum(null), null);
        }),
        new("options/wide", () =>
        {
            Check.Equal(Options.EchoWide(Int128.MinValue), Int128.MinValue);
            Check.Equal(Options.EchoWide(0), 0);
            Check.Equal(Options.EchoWide(null), null);
        }),
        new("options/wide-out-of-range", () =>
            Check.Throws<OverflowException>(() => Options.EchoWide(checked((Int128)UInt128.MaxValue)))),
        new("options/truth", () =>
        {
            Check.Equal(Options.EchoTruth(true), true);
            Check.Equal(Options.EchoTruth(false), false);
            Check.Equal(Options.EchoTruth(null), null);
        }),
        new("options/letter", () =>
        {
            Check.Equal(Options.EchoLetter(new Rune(0x1F600)), new Rune(0x1F600));
            Check.Equal(Options.EchoLetter(new Rune(0)), new Rune(0));
            Check.Equal(Options.EchoLetter(null), null);
        }),
        new("options/letter-invalid", () =>
            Check.Refused("value", () => Options.EchoLetter(Unsafe.BitCast<uint, Rune>(0xDFFF)))),
        new("options/text", () =>
        {
            Check.Equal(Options.TextOrNone("some"), "some");
            Check.Equal(Options.TextOrNone(new string('x', 1000)), new string('x', 1000));
        }),
        new("options/empty-or-missing", () =>
        {
            Check.Equal(Options.TextOrNone(""), "");
            Check.Equal(Options.TextOrNone(null), "none");
            Check.Equal(Options.EchoText(""), "");
            Check.Equal(Options.EchoText(null), null);
        }),
        new("options/text-sizes", () =>
        {
            foreach (var size in Check.Sizes)
                Check.Equal(Options.EchoText(TextCases.Repeat("é", size / 2)), TextCases.Repeat("é", size / 2));
        }),
        new("options/borrowed", () =>
        {
            Check.Equal(Options.After("prefix", "pre"), "fix");
            Check.Equal(Options.After("pre", "pre"), "");
            Check.Equal(Options.After("x", ""), "x");
            Check.Equal(Options.After("", ""), "");
            Check.Equal(Options.After("prefix", "post"), null);
            Check.Equal(Options.After("", "x"), null);
        }),
        new("options/position", () =>
        {
            Check.Equal(Options.Find((byte)'c', "abc"u8), (nuint)2);
            Check.Equal(Options.Find(0, [0]), (nuint)0);
            Check.Equal(Options.Find((byte)'x', "abc"u8), null);
            Check.Equal(Options.Find((byte)'x', []), null);
        }),
        new("options/slice", () =>
        {
            Check.Equal(Options.Sum([1, 2, -6]), -3L);
            Check.Equal(Options.Sum(new long[0]), 0L);
        }),
        new("options/bytes", () =>
        {
            Check.Same<byte>(Options.First("abc"u8, 2), "ab"u8);
            Check.Equal(Options.First("abc"u8, 0)?.Length, 0);
            Check.That(Options.First("abc"u8, 4) is null);
            Check.That(Options.First([], 1) is null);
        }),
    ];
}
