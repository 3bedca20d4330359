using System.Text;
using Basics;

namespace Behaviour;

internal static class ConstantCases
{
    public static readonly Case[] All =
    [
        new("constants/integers", () =>
        {
            Check.Equal(BasicsLib.Answer, 42u);
            Check.Equal(BasicsLib.Lowest, long.MinValue);
            Check.Equal(BasicsLib.Widest, nuint.MaxValue);
            Check.Equal(BasicsLib.Narrowest, nint.MinValue);
        }),
        new("constants/wide", () =>
        {
            Check.Equal(BasicsLib.Huge, UInt128.MaxValue);
            Check.Equal(BasicsLib.Deep, Int128.MinValue);
        }),
        new("constants/floats", () =>
        {
            Check.Equal(BasicsLib.Third, 1.0 / 3.0);
            Check.Equal(BasicsLib.Tiny, 1.5e-10f);
            Check.Equal(BasicsLib.Unbounded, double.PositiveInfinity);
            Check.That(float.IsNaN(BasicsLib.Undefined));
            Check.Equal(BitConverter.DoubleToUInt64Bits(BasicsLib.BelowZero), 1ul << 63);
        }),
        new("constants/characters", () =>
        {
            Check.Equal(BasicsLib.Letter, new Rune('ü'));
            Check.Equal(BasicsLib.LastChar, new Rune(0x10FFFF));
        }),
        new("constants/truth", () => Check.Equal(BasicsLib.Truth, true)),
        new("constants/texts", () =>
        {
            Check.Equal(BasicsLib.Motto, "say \"hi\" \\ \n`now` \U0001F600");
            Check.Equal(BasicsLib.Made, "ab");
            Check.Equal(BasicsLib.Empty, "");
        }),
        new("constants/bytes", () =>
        {
            var magic = BasicsLib.Magic;
            Check.Same<byte>(magic, [0xCA, 0xFE]);
            magic[0] = 0;
            Check.Same<byte>(BasicsLib.Magic, [0xCA, 0xFE]);
        }),
        new("constants/static", () => Check.Equal(BasicsLib.Level, (ushort)7)),
    ];
}
