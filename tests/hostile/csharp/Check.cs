using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Objects;

namespace Hostile;

/// <summary>One line of ../cases.txt.</summary>
internal sealed record Case(string Name, Action Run);

internal sealed class CheckFailedException(string message) : Exception(message);

internal static class Check
{
    private static int _tags;

    /// <summary>How often what is repeated is: 1 in the tests, more under stress.</summary>
    public static int Scale { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("FERROBIND_STRESS"), out var scale) && scale > 0 ? scale : 1;

    /// <summary>How many values stay, for only a thread that is gone may drop them.</summary>
    public static int Kept { get; set; }

    /// <summary>How many values are alive behind handles.</summary>
    public static int Live() => (int)LiveValues();

    /// <summary>A number under which values count their end.</summary>
    public static uint Tag() => (uint)Interlocked.Increment(ref _tags);

    /// <summary>Waits until no value is alive but those that have to be. A case that leaves one behind has failed.</summary>
    public static void Settled()
    {
        var left = Await(() => Live() - Kept, 0);
        Kept += left;
        if (left != 0)
            Fail($"left {left} values behind");
    }

    /// <summary>Collects garbage until the number is the one wanted, and gives what it is at last.</summary>
    public static int Await(Func<int> number, int want)
    {
        var time = Stopwatch.StartNew();
        while (true)
        {
            var got = number();
            if (got == want || time.Elapsed > TimeSpan.FromSeconds(10))
                return got;
            Collect();
            Thread.Sleep(1);
        }
    }

    /// <summary>A whole collection, with what finalizers have to do.</summary>
    public static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [DoesNotReturn]
    public static void Fail(string message) => throw new CheckFailedException(message);

    public static void That(
        [DoesNotReturnIf(false)] bool condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        if (!condition)
            Fail($"not so: {what}");
    }

    public static void Equal<T>(T got, T want, [CallerArgumentExpression(nameof(got))] string what = "")
    {
        if (!EqualityComparer<T>.Default.Equals(got, want))
            Fail($"{what} is {got}, and not {want}");
    }

    public static void Items<T>(IEnumerable<T> got, params T[] want)
    {
        var items = got.ToArray();
        if (!items.SequenceEqual(want))
            Fail($"there are [{string.Join(", ", items)}], and not [{string.Join(", ", want)}]");
    }

    /// <summary>So many values of the tag have ended.</summary>
    public static void Dropped(uint tag, int want) => Equal((int)ObjectsLib.Dropped(tag), want);

    /// <summary>Disposes values, which never throws.</summary>
    public static void End(params IDisposable?[] values)
    {
        foreach (var value in values)
            value?.Dispose();
    }

    /// <summary>What an action throws, or null.</summary>
    public static Exception? Caught(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    public static T Throws<T>(Action action)
        where T : Exception
    {
        var e = Caught(action);
        if (e is CheckFailedException)
            throw e;
        if (e?.GetType() != typeof(T))
            Fail($"threw {e?.GetType().ToString() ?? "nothing"}, and not {typeof(T)}: {e?.Message}");
        return (T)e;
    }

    public static void Panics(string message, Action action) => Equal(Throws<RustPanicException>(action).Message, message);

    public static ObjectDisposedException Closed(Action action) => Throws<ObjectDisposedException>(action);

    /// <summary>A sequence was gone through, or begun, before.</summary>
    public static void Begun(Action action) => Throws<InvalidOperationException>(action);

    public static RustHandleException InUse(Action action) => Refused(RustHandleReason.InUse, action);

    public static RustHandleException Poisoned(Action action) => Refused(RustHandleReason.Poisoned, action);

    public static void Foreign(Action action) => Refused(RustHandleReason.WrongThread, action);

    public static void ReadOnly(Action action) => Refused(RustHandleReason.ReadOnly, action);

    /// <summary>An argument is null, or no text.</summary>
    public static void Missing(Action action)
    {
        if (Caught(action) is not (ArgumentException or NullReferenceException) and var e)
            Fail($"threw {e?.GetType().ToString() ?? "nothing"}, and no ArgumentException: {e?.Message}");
    }

    /// <summary>Runs an action on a thread of its own, and waits until that has ended: for the system, too.</summary>
    public static void OnThread(Action action)
    {
        Exception? problem = null;
        var number = 0;
        var thread = new Thread(() =>
        {
            number = ThreadNumber();
            problem = Caught(action);
        });
        thread.Start();
        thread.Join();
        for (var time = Stopwatch.StartNew(); time.Elapsed < TimeSpan.FromSeconds(10); Thread.Yield())
        {
            if (!Directory.Exists($"/proc/self/task/{number}"))
                break;
        }

        if (problem is not null)
            throw problem;
    }

    /// <summary>Starts an action that waits in the gate, runs another one, and opens the gate.</summary>
    public static void Meanwhile(Gate gate, Action action, Action then)
    {
        Exception? problem = null;
        var thread = new Thread(() => problem = Caught(action));
        thread.Start();
        gate.AwaitWaiting(1);
        var other = Caught(then);
        gate.Open();
        thread.Join();
        if ((other ?? problem) is { } e)
            throw e;
    }

    /// <summary>Runs an action on several threads, which start together.</summary>
    public static void AtOnce(int threads, Action<int> action)
    {
        using var ready = new Barrier(threads);
        var problems = new ConcurrentQueue<Exception>();
        var all = Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            ready.SignalAndWait();
            if (Caught(() => action(number)) is { } e)
                problems.Enqueue(e);
        })).ToArray();
        foreach (var thread in all)
            thread.Start();
        foreach (var thread in all)
            thread.Join();
        if (problems.TryDequeue(out var problem))
            throw problem;
    }

    /// <summary>Runs an action whose objects are nobody's afterwards.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Forget(Action action) => action();

    private static RustHandleException Refused(RustHandleReason reason, Action action)
    {
        var e = Throws<RustHandleException>(action);
        Equal(e.Reason, reason);
        return e;
    }

    // The export that every library with handles has for tests of leaks.
    [DllImport("objects_fb", EntryPoint = "fb_objects_live", ExactSpelling = true)]
    private static extern nuint LiveValues();

    [DllImport("libc", EntryPoint = "gettid", ExactSpelling = true)]
    private static extern int ThreadNumber();
}
