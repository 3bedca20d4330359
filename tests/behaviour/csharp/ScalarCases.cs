using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Basics;

namespace Behaviour;

internal static class ScalarCases
{
    public static readonly Case[] All =
    [
        new("scalars/bool", () => Echo(Scalars.EchoBool, true, false)),
        new("scalars/char", () => Echo(Scalars.EchoChar, new Rune('a'), new Rune('ü'), new Rune('€'), new Rune(0x1F600))),
        new("scalars/char-boundaries", () => Echo(
            Scalars.EchoChar,
            new Rune(0), new Rune(0xD7FF), new Rune(0xE000), new Rune(0xFFFD), new Rune(0xFFFF), new Rune(0x10000), new Rune(0x10FFFF))),
        new("scalars/char-invalid", () =>
        {
            foreach (var code in (uint[])[0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0x110000, int.MaxValue, uint.MaxValue])
                Check.Refused("value", () => Scalars.EchoChar(Unsafe.BitCast<uint, Rune>(code)));
            Check.Equal(Scalars.EchoChar(new Rune('a')), new Rune('a'));
        }),
        new("scalars/i8", () => Echo(Scalars.EchoI8, sbyte.MinValue, (sbyte)-1, (sbyte)0, (sbyte)1, sbyte.MaxValue)),
        new("scalars/i16", () => Echo(Scalars.EchoI16, short.MinValue, (short)-1, (short)0, (short)1, short.MaxValue)),
        new("scalars/i32", () => Echo(Scalars.EchoI32, int.MinValue, -1, 0, 1, int.MaxValue)),
        new("scalars/i64", () => Echo(Scalars.EchoI64, long.MinValue, -1, 0, 1, long.MaxValue)),
        new("scalars/isize", () => Echo(Scalars.EchoIsize, nint.MinValue, -1, 0, 1, nint.MaxValue)),
        new("scalars/u8", () => Echo(Scalars.EchoU8, (byte)0, (byte)1, (byte)127, (byte)128, byte.MaxValue)),
        new("scalars/u16", () => Echo(Scalars.EchoU16, (ushort)0, (ushort)1, (ushort)(1 << 15), ushort.MaxValue)),
        new("scalars/u32", () => Echo(Scalars.EchoU32, 0u, 1u, 1u << 31, uint.MaxValue)),
        new("scalars/u64", () => Echo(Scalars.EchoU64, 0ul, 1ul, 1ul << 63, ulong.MaxValue)),
        new("scalars/usize", () => Echo(Scalars.EchoUsize, (nuint)0, (nuint)1, (nuint)1 << 31, nuint.MaxValue)),
        new("scalars/i128", () => Echo<Int128>(
            Scalars.EchoI128,
            0, 1, -1, long.MaxValue, (Int128)long.MaxValue + 1, long.MinValue, (Int128)long.MinValue - 1, ulong.MaxValue,
            (Int128)ulong.MaxValue + 1, -(Int128)ulong.MaxValue, -(Int128)ulong.MaxValue - 1, Int128.MaxValue, -Int128.MaxValue, Int128.MinValue)),
        new("scalars/u128", () => Echo<UInt128>(
            Scalars.EchoU128,
            0, 1, ulong.MaxValue, (UInt128)ulong.MaxValue + 1, (UInt128)Int128.MaxValue + 1, UInt128.MaxValue)),
        new("scalars/wide-out-of-range", () =>
        {
            // C# has a type of that width, so its own conversion refuses.
            var tooMuch = (BigInteger)Int128.MaxValue + 1;
            Check.Throws<OverflowException>(() => Scalars.EchoI128(checked((Int128)tooMuch)));
            Check.Throws<OverflowException>(() => Scalars.EchoU128(checked((UInt128)(BigInteger)(-1))));
        }),
        new("scalars/wide-is-a-copy", () =>
        {
            var value = (UInt128)ulong.MaxValue + 2;
            var result = Scalars.EchoU128(value);
            result++;
            Check.Equal(result, value + 1);
        }),
        new("scalars/f32", () => Echo(Scalars.EchoF32, 0f, 1f, -1f, 0.1f, float.MaxValue, float.MinValue)),
        new("scalars/f64", () => Echo(Scalars.EchoF64, 0, 1, -1, 0.1, double.MaxValue, double.MinValue)),
        new("scalars/float-subnormal", () =>
        {
            SameBits(float.Epsilon);
            SameBits(double.Epsilon);
        }),
        new("scalars/float-negative-zero", () =>
        {
            SameBits(-0f);
            SameBits(-0d);
        }),
        new("scalars/float-infinity", () =>
        {
            Echo(Scalars.EchoF32, float.PositiveInfinity, float.NegativeInfinity);
            Echo(Scalars.EchoF64, double.PositiveInfinity, double.NegativeInfinity);
        }),
        new("scalars/float-nan-payload", () =>
        {
            foreach (var bits in (uint[])[0x7FC00000, 0xFFC00001, 0x7FC12345])
                SameBits(BitConverter.UInt32BitsToSingle(bits));
            foreach (var bits in (ulong[])[0x7FF8000000000000, 0xFFF8000000000001, 0x7FFABCDEF0123456])
                SameBits(BitConverter.UInt64BitsToDouble(bits));
        }),
        new("scalars/by-reference", () => Echo(value => Scalars.ByReference(value) - 1, 41u, uint.MaxValue - 1)),
        new("scalars/many-arguments", () => Check.Equal(
            Scalars.Many(255, -32768, 4294967295, -5, 1.5f, -2.25, true, new Rune(0x1F600), UInt128.MaxValue, 7, -128),
            "255 -32768 4294967295 -5 1.5 -2.25 true 😀 340282366920938463463374607431768211455 7 -128")),
        new("scalars/names-that-are-keywords", () =>
        {
            Check.Equal(Scalars.Keywords(1, 20, 300, 4000, 50000, 600000, 7000000), 7654321u);
            Check.Equal(
                Scalars.Keywords(type: 1, func: 0, @class: 2, len: 0, @string: 3, error: 0, scratch: 4), 10u);
        }),
        new("scalars/names-like-parts", () =>
        {
            Check.Equal(Scalars.Parts([9, 9, 9], 40, true), 44u);
            Check.Equal(Scalars.Parts([], 0, false), 0u);
        }),
    ];

    private static void Echo<T>(Func<T, T> echo, params T[] values)
    {
        foreach (var value in values)
            Check.Equal(echo(value), value);
    }

    private static void SameBits(float value) =>
        Check.Equal(BitConverter.SingleToUInt32Bits(Scalars.EchoF32(value)), BitConverter.SingleToUInt32Bits(value));

    private static void SameBits(double value) =>
        Check.Equal(BitConverter.DoubleToUInt64Bits(Scalars.EchoF64(value)), BitConverter.DoubleToUInt64Bits(value));
}
