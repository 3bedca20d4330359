using System;
using System.Runtime.InteropServices;

namespace FbbenchObjects;

internal sealed class MeterHandle : SafeHandle
{
    internal MeterHandle(long offset)
        : base(0, ownsHandle: true) => SetHandle(Native.objects_meter_new(offset));

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Native.objects_meter_free(handle);
        return true;
    }
}

/// <summary>A meter behind a <see cref="SafeHandle"/>: closing it during a call is all right.</summary>
public sealed class SafeMeter(long offset) : IDisposable
{
    private readonly MeterHandle _handle = new(offset);

    public long Read(long value) => Native.objects_meter_read_safe(_handle, value);

    public void Dispose() => _handle.Dispose();
}
