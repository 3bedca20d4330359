using System.Runtime.InteropServices;
using System.Text;
using Basics;

namespace Behaviour;

internal static class SliceCases
{
    private delegate T[] Reverse<T>(ReadOnlySpan<T> values);

    public static readonly Case[] All =
    [
        new("slices/bool", () => Reverses(Slices.ReverseBool, true, false, false)),
        new("slices/char", () => Reverses(
            Slices.ReverseChar, new Rune('a'), new Rune(0), new Rune(0xD7FF), new Rune(0xE000), new Rune(0x10FFFF))),
        new("slices/i8", () => Reverses(Slices.ReverseI8, sbyte.MinValue, (sbyte)0, sbyte.MaxValue)),
        new("slices/i16", () => Reverses(Slices.ReverseI16, short.MinValue, (short)0, short.MaxValue)),
        new("slices/i32", () => Reverses(Slices.ReverseI32, int.MinValue, 0, int.MaxValue)),
        new("slices/i64", () => Reverses(Slices.ReverseI64, long.MinValue, 0, long.MaxValue)),
        new("slices/isize", () => Reverses(Slices.ReverseIsize, nint.MinValue, 0, nint.MaxValue)),
        new("slices/u16", () => Reverses(Slices.ReverseU16, (ushort)0, (ushort)1, ushort.MaxValue)),
        new("slices/u32", () => Reverses(Slices.ReverseU32, 0u, 1u, uint.MaxValue)),
        new("slices/u64", () => Reverses(Slices.ReverseU64, 0ul, 1ul, ulong.MaxValue)),
        new("slices/usize", () => Reverses(Slices.ReverseUsize, (nuint)0, (nuint)1, nuint.MaxValue)),
        new("slices/f32", () => Reverses(Slices.ReverseF32, -1.5f, 0, float.MaxValue)),
        new("slices/f64", () => Reverses(Slices.ReverseF64, -1.5, 0, double.MaxValue)),
        new("slices/bytes", () =>
        {
            foreach (var size in Check.Sizes)
            {
                var data = new byte[size];
                for (var i = 0; i < size; i++)
                    data[i] = (byte)(i * 7);
                Check.Same<byte>(Slices.EchoBytes(data), data);
            }

            Check.Equal(Slices.EchoBytes(default).Length, 0);
        }),
        new("slices/sum", () =>
        {
            Check.Equal(Slices.SumBytes([1, 2, 255]), 258ul);
            Check.Equal(Slices.SumBytes([]), 0ul);
            var many = new byte[1 << 20];
            many.AsSpan().Fill(255);
            Check.Equal(Slices.SumBytes(many), 255ul << 20);
        }),
        new("slices/as-bytes", () =>
        {
            Check.Equal(Slices.AsRefSum([3, 4]), 7ul);
            Check.Equal(Slices.AsRefSum([]), 0ul);
            Check.Equal(Slices.GenericRefSum([3, 4]), 7ul);
            Check.Equal(Slices.GenericRefSum([]), 0ul);
        }),
        new("slices/owned", () =>
        {
            Check.Same<uint>(Slices.Boxed([1, uint.MaxValue]), [1, uint.MaxValue]);
            Check.Equal(Slices.Boxed([]).Length, 0);
            Check.Equal(Slices.VecRef([0.5, 0.25]), 0.75);
            Check.Equal(Slices.VecRef([]), 0.0);
        }),
        new("slices/cow", () =>
        {
            Check.Same<ushort>(Slices.Cow([1, 2]), [1, 2]);
            Check.Equal(Slices.Cow([]).Length, 0);
            var many = Enumerable.Range(0, 3000).Select(i => (ushort)i).ToArray();
            Check.Same<ushort>(Slices.Cow(many), many);
        }),
        new("slices/borrowed-part", () =>
        {
            long[] values = [1, 2, 3];
            var tail = Slices.Tail(values);
            Check.Same<long>(tail, [2, 3]);
            tail[0] = 9;
            Check.Same<long>(values, [1, 2, 3]);
            Check.Equal(Slices.Tail([1]).Length, 0);
            Check.Equal(Slices.Tail([]).Length, 0);
        }),
        new("slices/result-sizes", () =>
        {
            foreach (var size in Check.Sizes)
            {
                var data = Slices.CountUp((nuint)size);
                Check.Equal(data.Length, size);
                for (var i = 0; i < size; i++)
                    Check.Equal(data[i], (byte)i);
            }
        }),
        new("slices/written-in-place", () =>
        {
            int[] values = [1, -2, int.MaxValue, 4];
            Slices.Double(values.AsSpan(0, 3));
            Check.Same<int>(values, [2, -4, -2, 4]);
            Slices.Double([]);
            Slices.Double(default);
            Span<int> onStack = stackalloc int[3];
            onStack.Fill(5);
            Slices.Double(onStack);
            Check.Same<int>(onStack, [10, 10, 10]);
        }),
        new("slices/copied-into-another", () =>
        {
            var target = "xxxxx"u8.ToArray();
            Check.Equal(Slices.CopyInto(target, "abc"u8), 3u);
            Check.Same<byte>(target, "abcxx"u8);
            Check.Equal(Slices.CopyInto(target.AsSpan(0, 2), "12345"u8), 2u);
            Check.Same<byte>(target, "12cxx"u8);
            Check.Equal(Slices.CopyInto([], "a"u8), 0u);
            Check.Equal(Slices.CopyInto(target, []), 0u);
        }),
        new("slices/overlap", () =>
        {
            var data = "abcdef"u8.ToArray();
            Check.Refused("target", () => Slices.CopyInto(data, data));
            Check.Refused("target", () => Slices.CopyInto(data.AsSpan(0, 4), data.AsSpan(3)));
            Check.Refused("target", () => Slices.CopyInto(data.AsSpan(3), data.AsSpan(0, 4)));
            Check.Refused("target", () => Slices.CopyInto(data, data.AsSpan(2, 1)));
            Check.Same<byte>(data, "abcdef"u8);
        }),
        new("slices/neighbours", () =>
        {
            var data = "abcdef"u8.ToArray();
            Check.Equal(Slices.CopyInto(data.AsSpan(0, 3), data.AsSpan(3)), 3u);
            Check.Same<byte>(data, "defdef"u8);
            Check.Equal(Slices.CopyInto(data, data.AsSpan(2, 0)), 0u);
            Check.Equal(Slices.CopyInto(data.AsSpan(2, 0), data), 0u);
        }),
        new("slices/char-invalid", () =>
        {
            Check.Refused("values", () => Slices.ReverseChar(MemoryMarshal.Cast<uint, Rune>((uint[])['a', 0xD800])));
            Check.Refused("values", () => Slices.ReverseChar(MemoryMarshal.Cast<uint, Rune>((uint[])[uint.MaxValue])));
            Check.Same<Rune>(Slices.ReverseChar([new('a'), new('b')]), [new('b'), new('a')]);
        }),
        new("slices/bool-invalid", () =>
        {
            byte[] values = [0, 1, 2];
            Check.Refused("values", () => Slices.ReverseBool(MemoryMarshal.Cast<byte, bool>(values)));
            Check.Same<bool>(Slices.ReverseBool(MemoryMarshal.Cast<byte, bool>(values.AsSpan(0, 2))), [true, false]);
        }),
    ];

    private static void Reverses<T>(Reverse<T> reverse, params T[] values)
    {
        void One(T[] argument)
        {
            var before = argument.ToArray();
            Check.Same<T>(reverse(argument), [.. before.Reverse()]);
            Check.Same<T>(argument, before);
        }

        Check.Equal(reverse(default).Length, 0);
        One([]);
        One(values[..1]);
        One(values);
        One(values[1..^1]);
        One([.. Enumerable.Repeat(values, 10_000 / values.Length).SelectMany(v => v)]);
    }
}
