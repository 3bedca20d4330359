using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Basics;

namespace Behaviour;

/// <summary>One line of ../cases.txt.</summary>
internal sealed record Case(string Name, Action Run);

internal sealed class CheckFailedException(string message) : Exception(message);

internal static class Check
{
    /// <summary>The sizes around that of the scratch block, and one far beyond it.</summary>
    public static readonly int[] Sizes =
        [0, 1, 15, 16, 127, 128, 129, 191, 192, 193, 199, 200, 201, 254, 255, 256, 257, 512, 1 << 20];

    [DoesNotReturn]
    public static void Fail(string message) => throw new CheckFailedException(message);

    public static void That(bool condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        if (!condition)
            Fail($"not so: {what}");
    }

    public static void Equal<T>(T got, T want, [CallerArgumentExpression(nameof(got))] string what = "")
    {
        if (!EqualityComparer<T>.Default.Equals(got, want))
            Fail($"{what} is {Clip(got)}, and not {Clip(want)}");
    }

    public static void Same<T>(ReadOnlySpan<T> got, ReadOnlySpan<T> want, [CallerArgumentExpression(nameof(got))] string what = "")
    {
        if (!got.SequenceEqual(want))
            Fail($"{what} has {got.Length} elements that are not the {want.Length} wanted");
    }

    public static T Throws<T>(Action action)
        where T : Exception
    {
        try
        {
            action();
        }
        catch (T e) when (e.GetType() == typeof(T))
        {
            return e;
        }
        catch (Exception e)
        {
            Fail($"threw {e.GetType()}, and not {typeof(T)}: {e.Message}");
        }

        Fail($"threw nothing, and not {typeof(T)}");
        return null;
    }

    public static RustPanicException Panics(Action action) => Throws<RustPanicException>(action);

    /// <summary>An argument is refused, by name.</summary>
    public static ArgumentException Refused(string parameter, Action action)
    {
        var e = Throws<ArgumentException>(action);
        Equal(e.ParamName, parameter);
        return e;
    }

    /// <summary>A typed error, with its message.</summary>
    public static void Failed<T>(string message, Action action)
        where T : RustException => Equal(Throws<T>(action).Message, message);

    /// <summary>Runs an action often, and fails if memory grows as it would if each run left something behind.</summary>
    public static void Grows(int times, int leaked, Action action)
    {
        for (var i = 0; i < times / 2; i++)
            action();
        var before = Resident();
        for (var i = 0; i < times; i++)
            action();
        var growth = Resident() - before;
        if (growth > (long)times * leaked / 2)
            Fail($"memory grew by {growth} bytes in {times} calls");
    }

    /// <summary>Rust's memory and what is alive of .NET's, without what the collector holds ready.</summary>
    private static long Resident()
    {
        var alive = GC.GetTotalMemory(forceFullCollection: true);
        return Environment.WorkingSet - GC.GetGCMemoryInfo(GCKind.FullBlocking).TotalCommittedBytes + alive;
    }

    /// <summary>Runs an action on several threads, which start together.</summary>
    public static void AtOnce(int threads, Action<int> action)
    {
        using var ready = new Barrier(threads);
        Exception? failure = null;
        var all = Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            ready.SignalAndWait();
            try
            {
                action(number);
            }
            catch (Exception e)
            {
                failure = e;
            }
        })).ToArray();
        foreach (var thread in all)
            thread.Start();
        foreach (var thread in all)
            thread.Join();
        if (failure is not null)
            Fail($"on a thread: {failure.Message}");
    }

    /// <summary>
    /// Runs an action with each number below a count, over and over, while another thread collects garbage without a
    /// pause, moving what it can, and a third makes some: until there were collections enough.
    /// </summary>
    public static void Collecting(int count, Action<int> action)
    {
        using var stop = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
                GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        });
        var litterer = new Thread(() =>
        {
            var garbage = new List<byte[]>();
            while (!stop.IsCancellationRequested)
            {
                if (garbage.Count > 64)
                    garbage.Clear();
                garbage.Add(new byte[4096]);
                Thread.Yield();
            }
        });
        var before = GC.CollectionCount(2);
        collector.Start();
        litterer.Start();
        try
        {
            while (GC.CollectionCount(2) < before + 20)
            {
                for (var number = 0; number < count; number++)
                    action(number);
            }
        }
        finally
        {
            stop.Cancel();
            collector.Join();
            litterer.Join();
        }
    }

    private static string Clip(object? value) => value switch
    {
        null => "null",
        string { Length: > 200 } text => $"\"{text[..200]}…\" ({text.Length})",
        string text => $"\"{text}\"",
        _ => FormattableString.Invariant($"{value}"),
    };
}
