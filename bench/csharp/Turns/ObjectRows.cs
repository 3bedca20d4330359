using FbbenchObjects;
using Generated = Fbbench.Meter;

/// <summary>
/// The rows of objects, on one thread and on two (/2), against raw pointers, and against SafeHandles (/safe). Of two threads, each
/// has an object of its own, or both the same one. Of the rows of iteration, the first side is the one by hand, with one crossing
/// an item: they are about how much slower it is.
/// </summary>
internal static class ObjectRows
{
    private static readonly Generated[] Generateds = [new(5), new(5)];
    private static readonly RawMeter[] Raws = [new(5), new(5)];
    private static readonly SafeMeter[] Safes = [new(5), new(5)];
    private static readonly Generated[] GeneratedNamed = [Generated.WithNames(5, 1000), Generated.WithNames(5, 1000)];
    private static readonly Meter[] Named = [new(5, 1000), new(5, 1000)];
    private static readonly SafeMeter[] SafeNamed = [new(5, 1000), new(5, 1000)];
    private static long _sum;

    public static readonly Pair[] Pairs =
    [
        One("read", ReadGenerated, ReadRaw),
        Two("read", ReadGenerated, ReadRaw),
        Two("read-same", Same(ReadGenerated), Same(ReadRaw)),
        One("read/safe", ReadGenerated, ReadSafe),
        Two("read/safe", ReadGenerated, ReadSafe),
        Two("read-same/safe", Same(ReadGenerated), Same(ReadSafe)),
        One("create", CreateGenerated, Create),
        Two("create", CreateGenerated, Create),
        One("readings", Readings, ReadingsGenerated),
        Two("readings", Readings, ReadingsGenerated),
        One("names", Names, NamesGenerated),
        Two("names", Names, NamesGenerated),
        One("readings/safe", ReadingsSafe, ReadingsGenerated),
        Two("readings/safe", ReadingsSafe, ReadingsGenerated),
        One("names/safe", NamesSafe, NamesGenerated),
        Two("names/safe", NamesSafe, NamesGenerated),
    ];

    /// <summary>All sides return the same; asked before anything is measured.</summary>
    public static void Check()
    {
        Equal(Generateds[0].Read(7), Raws[0].Read(7));
        Equal(Generateds[0].Read(7), Safes[0].Read(7));
        foreach (var readings in new[] { Named[0].Readings(1000), SafeNamed[0].Readings(1000) })
            Equal(true, GeneratedNamed[0].Readings(1000).SequenceEqual(readings));
        foreach (var names in new[] { Named[0].Names(), SafeNamed[0].Names() })
            Equal(true, GeneratedNamed[0].Names().SequenceEqual(names));
    }

    private static Pair One(string row, Action<int, int> generated, Action<int, int> hand) =>
        new(row, calls => generated(0, calls), calls => hand(0, calls));

    private static Pair Two(string row, Action<int, int> generated, Action<int, int> hand) =>
        // So long that it does not matter when the other thread begins.
        new(row + "/2", Together.On(generated), Together.On(hand)) { Turn = TimeSpan.FromMilliseconds(2) };

    private static Action<int, int> Same(Action<int, int> side) => (_, calls) => side(0, calls);

    private static void ReadGenerated(int thread, int calls)
    {
        var meter = Generateds[thread];
        var value = 0L;
        while (--calls >= 0)
            value = meter.Read(value);
        Interlocked.Add(ref _sum, value);
    }

    private static void ReadRaw(int thread, int calls)
    {
        var meter = Raws[thread];
        var value = 0L;
        while (--calls >= 0)
            value = meter.Read(value);
        Interlocked.Add(ref _sum, value);
    }

    private static void ReadSafe(int thread, int calls)
    {
        var meter = Safes[thread];
        var value = 0L;
        while (--calls >= 0)
            value = meter.Read(value);
        Interlocked.Add(ref _sum, value);
    }

    private static void CreateGenerated(int thread, int calls)
    {
        while (--calls >= 0)
            new Generated(calls).Dispose();
    }

    private static void Create(int thread, int calls)
    {
        while (--calls >= 0)
            new Meter(calls).Dispose();
    }

    private static void ReadingsGenerated(int thread, int calls)
    {
        var sum = 0L;
        while (--calls >= 0)
        {
            foreach (var value in GeneratedNamed[thread].Readings(1000))
                sum += value;
        }

        Interlocked.Add(ref _sum, sum);
    }

    private static void Readings(int thread, int calls)
    {
        var sum = 0L;
        while (--calls >= 0)
        {
            foreach (var value in Named[thread].Readings(1000))
                sum += value;
        }

        Interlocked.Add(ref _sum, sum);
    }

    private static void ReadingsSafe(int thread, int calls)
    {
        var sum = 0L;
        while (--calls >= 0)
        {
            foreach (var value in SafeNamed[thread].Readings(1000))
                sum += value;
        }

        Interlocked.Add(ref _sum, sum);
    }

    private static void NamesGenerated(int thread, int calls)
    {
        var sum = 0L;
        while (--calls >= 0)
        {
            foreach (var name in GeneratedNamed[thread].Names())
                sum += name.Length;
        }

        Interlocked.Add(ref _sum, sum);
    }

    private static void Names(int thread, int calls)
    {
        var sum = 0L;
        while (--calls >= 0)
        {
            foreach (var name in Named[thread].Names())
                sum += name.Length;
        }

        Interlocked.Add(ref _sum, sum);
    }

    private static void NamesSafe(int thread, int calls)
    {
        var sum = 0L;
        while (--calls >= 0)
        {
            foreach (var name in SafeNamed[thread].Names())
                sum += name.Length;
        }

        Interlocked.Add(ref _sum, sum);
    }

    private static void Equal<T>(T generated, T hand)
    {
        if (!EqualityComparer<T>.Default.Equals(generated, hand))
            throw new InvalidOperationException($"generated: {generated}, by hand: {hand}");
    }
}
