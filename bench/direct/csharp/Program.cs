using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Direct;

// What calls cost that the runtime does not see, a line a row: what is called, ns of it, of the same as an ordinary P/Invoke by hand,
// and of a C# method that is not inlined, where there is one that does the same.
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
(string Name, Action<int>[] Sides)[] rows =
[
    ("add",
    [
        static n => { for (; n > 0; n--) Kept.Sum = DirectLib.Add(Kept.Sum, 3); },
        static n => { for (; n > 0; n--) Kept.Sum = Hand.fb_direct_add(Kept.Sum, 3).Value; },
        static n => { for (; n > 0; n--) Kept.Sum = Hand.Add(Kept.Sum, 3); },
    ]),
    ("hash",
    [
        static n => { for (; n > 0; n--) Kept.Hash = DirectLib.Hash(Kept.Bytes); },
        static n => { for (; n > 0; n--) Kept.Hash = Hand.Hash(Kept.Bytes); },
    ]),
];
foreach (var (name, sides) in rows)
{
    var ns = sides.Select(_ => new List<double>()).ToArray();
    foreach (var side in sides)
    {
        for (var i = 0; i < 60; i++)
        {
            side(20000);
            Thread.Sleep(5);
        }
    }

    for (var round = 0; round < rounds; round++)
    {
        for (var i = 0; i < sides.Length; i++)
        {
            var watch = Stopwatch.StartNew();
            sides[i](20000);
            ns[i].Add(watch.Elapsed.TotalNanoseconds / 20000);
        }
    }

    var medians = ns.Select(all => all.Order().ElementAt(all.Count / 2)).Append(0).Take(3);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {string.Join(' ', medians.Select(m => m.ToString("0.00", CultureInfo.InvariantCulture)))}"));
}

internal static class Kept
{
    public static long Sum;
    public static ulong Hash;
    public static readonly byte[] Bytes = new byte[64];
}

internal static unsafe partial class Hand
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Add(long a, long b) => a + b;

    public static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* data = bytes)
            return fb_direct_hash(data, (nuint)bytes.Length).Value;
    }

    [DllImport("direct_fb", ExactSpelling = true)]
    public static extern Result fb_direct_add(long a, long b);

    [DllImport("direct_fb", ExactSpelling = true)]
    private static extern Result2 fb_direct_hash(byte* bytes, nuint length);

    internal struct Result
    {
        public long Value;
        public nint Failure;
    }

    internal struct Result2
    {
        public ulong Value;
        public nint Failure;
    }
}
