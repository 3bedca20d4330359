using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;

namespace FbbenchObjects;

/// <summary>A meter with a finalizer. What uses one must not run at the same time as <see cref="Dispose"/>.</summary>
public sealed class Meter : IDisposable
{
    private nint _meter;

    public Meter(long offset) => _meter = Native.objects_meter_new(offset);

    public Meter(long offset, uint names) => _meter = Native.objects_meter_with_names(offset, names);

    ~Meter() => Free();

    private nint Opened
    {
        get
        {
            ObjectDisposedException.ThrowIf(_meter == 0, this);
            return _meter;
        }
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    /// <summary>So many numbers, by one crossing each.</summary>
    public IEnumerable<long> Readings(uint count)
    {
        var readings = Native.objects_meter_readings(Opened, count);
        try
        {
            for (var next = Native.objects_readings_next(readings); next.Some != 0; next = Native.objects_readings_next(readings))
                yield return next.Value;
        }
        finally
        {
            Native.objects_readings_free(readings);
            GC.KeepAlive(this);
        }
    }

    /// <summary>The names, by one crossing each.</summary>
    public IEnumerable<string> Names()
    {
        var names = Native.objects_meter_names(Opened);
        try
        {
            for (var name = Next(names); name is not null; name = Next(names))
                yield return name;
        }
        finally
        {
            Native.objects_names_free(names);
            GC.KeepAlive(this);
        }
    }

    private static unsafe string? Next(nint names)
    {
        var name = Native.objects_names_next(names);
        return name.Data == null ? null : Encoding.UTF8.GetString(name.Data, (int)name.Length);
    }

    private void Free()
    {
        var meter = Interlocked.Exchange(ref _meter, 0);
        if (meter != 0)
            Native.objects_meter_free(meter);
    }
}
