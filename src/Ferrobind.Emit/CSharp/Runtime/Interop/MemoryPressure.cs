using System;
using System.Threading;

namespace RustPackage.Interop;

/// <summary>
/// What the collector is told of a value that was made of much: it sees a small object, behind which there is as much in Rust. What a
/// value allocates by itself, nobody knows.
/// </summary>
internal sealed class MemoryPressure : IDisposable
{
    // Below, it is not worth an object.
    private const long Least = 64 * 1024;

    private long _bytes;

    private MemoryPressure(long bytes)
    {
        _bytes = bytes;
        GC.AddMemoryPressure(bytes);
    }

    /// <param name="bytes">Those of the texts and slices that the value was made of.</param>
    public static MemoryPressure? Of(long bytes) => bytes < Least ? null : new MemoryPressure(bytes);

    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, 0);
        if (bytes == 0)
            return;
        GC.RemoveMemoryPressure(bytes);
        GC.SuppressFinalize(this);
    }

    /// <summary>The object that has it was forgotten, or its value was consumed.</summary>
    ~MemoryPressure() => Dispose();
}
