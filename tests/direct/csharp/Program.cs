// Attacks calls that the runtime does not see. The Go program beside this one has more cases: there, the calls are more daring.
using System.Text;
using Direct;

var failures = 0;
foreach (var (name, run) in new (string, Action)[]
{
    ("values", Values), ("refusals", Refusals), ("from_a_finalizer", FromAFinalizer), ("threads", Threads), ("collections", Collections),
    ("drift", Drift),
})
{
    try
    {
        run();
        Console.WriteLine($"ok {name}");
    }
    catch (Exception e)
    {
        failures++;
        Console.WriteLine($"FAIL {name}: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
    }
}

return failures == 0 ? 0 : 1;

static int Scale() => int.TryParse(Environment.GetEnvironmentVariable("FERROBIND_STRESS"), out var scale) && scale > 0 ? scale : 1;

static ulong Fnv(ReadOnlySpan<byte> bytes)
{
    var hash = 0xcbf29ce484222325;
    foreach (var b in bytes)
        hash = (hash ^ b) * 0x100000001b3;
    return hash;
}

static void Equal<T>(T got, T want)
{
    if (!EqualityComparer<T>.Default.Equals(got, want))
        throw new InvalidOperationException($"got {got}, want {want}");
}

static void Works(int n)
{
    Span<byte> onStack = stackalloc byte[48];
    for (var i = 0; i < onStack.Length; i++)
        onStack[i] = (byte)(n * (i + 1));
    Equal(DirectLib.Add(n, 2), n + 2L);
    Equal(DirectLib.Fnv(onStack), Fnv(onStack));
    Equal(DirectLib.IsUtf8("grün"u8), true);
    Equal(DirectLib.Quotient((uint)n, 7), (uint)n / 7);
    Equal(DirectLib.Curve(2, 3), 13);
}

static void Values()
{
    Equal(DirectLib.Add(long.MaxValue, 1), long.MinValue);
    Equal(DirectLib.Middle(int.MinValue, 0, int.MaxValue), 0);
    Equal(DirectLib.Invert(true), false);
    Equal(DirectLib.NextLetter(new Rune('z')), new Rune('a'));
    Equal(DirectLib.NextLetter(new Rune('Z')), null);
    Equal(DirectLib.Quotient(1, 0), null);
    Equal(DirectLib.CompareVersions("1.10.0", "1.9.9"), (sbyte)1);
    Equal(DirectLib.Total([int.MaxValue, 1]), int.MinValue);
    Equal(Direct.Hostile.TailCall(21), 63u);
    var bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0123456789abcdef", 100)));
    for (var n = 0; n < bytes.Length; n++)
    {
        Equal(DirectLib.Fnv(bytes.AsSpan(0, n)), Fnv(bytes.AsSpan(0, n)));
        Equal((int)DirectLib.TextLen(bytes.AsSpan(0, n)), n);
        bytes[n] = 0xff;
        Equal(DirectLib.IsUtf8(bytes.AsSpan(0, n + 1)), false);
        bytes[n] = (byte)'x';
    }
}

static void Refusals()
{
    try
    {
        DirectLib.TextLen("no \xff text"u8[..4]);
    }
    catch (ArgumentException e)
    {
        Equal(e.ParamName, "text");
        return;
    }

    throw new InvalidOperationException("threw nothing");
}

static void FromAFinalizer()
{
    for (var i = 0; i < 100; i++)
        Finalized.Make();
    for (var time = DateTime.UtcNow.AddSeconds(10); Finalized.Count < 99 && DateTime.UtcNow < time;)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    if (Finalized.Count < 99)
        throw new InvalidOperationException($"{Finalized.Count} of 100");
}

static void Threads() => Parallel.For(0, 2000 * Scale(), n =>
{
    for (var i = 0; i < 20; i++)
        Works(n + i);
});

static void Collections()
{
    var end = DateTime.UtcNow.AddSeconds(Scale());
    Parallel.For(0, 4, thread =>
    {
        for (var n = 0; DateTime.UtcNow < end; n++)
        {
            if (thread == 0)
                GC.Collect();
            else
                Works(n);
        }
    });
}

static void Drift()
{
    Call(100_000);
    GC.Collect();
    var before = Environment.WorkingSet;
    Call(10_000_000 * Scale());
    GC.Collect();
    if (Environment.WorkingSet > before + (8 << 20))
        throw new InvalidOperationException($"{before} bytes before, {Environment.WorkingSet} after");

    static void Call(int times)
    {
        var sum = 0L;
        for (var n = 0; n < times; n++)
            sum = DirectLib.Add(sum, n);
        Equal(sum, (long)times * (times - 1) / 2);
    }
}

internal sealed class Finalized
{
    private static int _count;

    public static int Count => _count;

    public static void Make() => _ = new Finalized();

    ~Finalized()
    {
        if (DirectLib.Add(40, 2) == 42)
            Interlocked.Increment(ref _count);
    }
}
