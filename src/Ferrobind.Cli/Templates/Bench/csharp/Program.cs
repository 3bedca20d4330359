using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Unicode;
using Calls;

// Prints what calls take: a line each, with the name of the call, own or rust, and the nanoseconds.
var hashed = "What Go calls, and what C# calls, is the same: a Rust function.."u8.ToArray();
var text32 = "Thirty-two bytes, and all UTF-8."u8.ToArray();
const string Text16 = "Sixteen bytes...";
ulong sink = 0;

Measure("add", "own", n => { for (var i = 0; i < n; i++) sink += (ulong)Own.Add(i, 2); });
Measure("add", "rust", n => { for (var i = 0; i < n; i++) sink += (ulong)CallsLib.Add(i, 2); });
Measure("hash", "own", n => { for (var i = 0; i < n; i++) sink += Own.Hash(hashed); });
Measure("hash", "rust", n => { for (var i = 0; i < n; i++) sink += CallsLib.Hash(hashed); });
Measure("is_text", "own", n => { for (var i = 0; i < n; i++) sink += Own.IsText(text32) ? 1u : 0; });
Measure("is_text", "rust", n => { for (var i = 0; i < n; i++) sink += CallsLib.IsText(text32) ? 1u : 0; });
Measure("text_len", "own", n => { for (var i = 0; i < n; i++) sink += Own.TextLen(Text16); });
Measure("text_len", "rust", n => { for (var i = 0; i < n; i++) sink += CallsLib.TextLen(Text16); });
Measure("greet", "own", n => { for (var i = 0; i < n; i++) sink += (ulong)Own.Greet("everybody").Length; });
Measure("greet", "rust", n => { for (var i = 0; i < n; i++) sink += (ulong)CallsLib.Greet("everybody").Length; });

var own = new Own.Counter(1);
using (var rust = new Counter(1))
{
    Measure("method", "own", n => { for (var i = 0; i < n; i++) sink += own.Value(); });
    Measure("method", "rust", n => { for (var i = 0; i < n; i++) sink += rust.Value(); });
}

Measure("create", "own", n => { for (var i = 0; i < n; i++) sink += Own.Create((ulong)i).Value(); });
Measure("create", "rust", n => { for (var i = 0; i < n; i++) new Counter((ulong)i).Dispose(); });
return sink == 42 ? 1 : 0;

// The least of several rounds, of 10 ms or more each.
static void Measure(string name, string who, Action<int> calls)
{
    var n = 1000;
    for (; ; n *= 2)
    {
        var start = Stopwatch.GetTimestamp();
        calls(n);
        if (Stopwatch.GetElapsedTime(start).TotalMilliseconds > 10)
            break;
    }

    var least = double.PositiveInfinity;
    for (var round = 0; round < 15; round++)
    {
        var start = Stopwatch.GetTimestamp();
        calls(n);
        least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalNanoseconds / n);
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {who} {least:F3}"));
}

internal static class Own
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Add(long a, long b) => a + b;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 0ul;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            hash = (ulong.RotateLeft(hash, 5) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * 0x517c_c1b7_2722_0a95;
        return hash;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsText(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong TextLen(string text) => (ulong)text.Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Greet(string name) => "Hello, " + name;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Counter Create(ulong value) => new(value);

    internal sealed class Counter(ulong value)
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public ulong Value() => value;
    }
}
