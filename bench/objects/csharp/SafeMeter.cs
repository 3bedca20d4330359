using System;
using System.Collections.Generic;
using System.Text;

namespace FbbenchObjects;

/// <summary>A meter, and its iterators, behind <see cref="System.Runtime.InteropServices.SafeHandle"/>s: closing one during a call is all right.</summary>
public sealed class SafeMeter : IDisposable
{
    private readonly MeterHandle _handle;

    public SafeMeter(long offset) => _handle = new MeterHandle(Native.objects_meter_new(offset));

    public SafeMeter(long offset, uint names) => _handle = new MeterHandle(Native.objects_meter_with_names(offset, names));

    public long Read(long value) => Native.objects_meter_read_safe(_handle, value);

    /// <summary>So many numbers, by one crossing each.</summary>
    public IEnumerable<long> Readings(uint count)
    {
        using var readings = new ReadingsHandle(_handle, count);
        for (var next = Native.objects_readings_next_safe(readings); next.Some != 0; next = Native.objects_readings_next_safe(readings))
            yield return next.Value;
    }

    /// <summary>The names, by one crossing each.</summary>
    public IEnumerable<string> Names()
    {
        using var names = new NamesHandle(_handle);
        for (var name = Next(names); name is not null; name = Next(names))
            yield return name;
    }

    public void Dispose() => _handle.Dispose();

    // The bytes are the meter's, which the iterator keeps.
    private static unsafe string? Next(NamesHandle names)
    {
        var name = Native.objects_names_next_safe(names);
        var text = name.Data == null ? null : Encoding.UTF8.GetString(name.Data, (int)name.Length);
        GC.KeepAlive(names);
        return text;
    }
}
