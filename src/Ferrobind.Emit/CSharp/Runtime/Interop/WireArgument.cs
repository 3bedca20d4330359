using System;
using System.Buffers;
using System.Collections.Generic;

namespace RustPackage.Interop;

/// <summary>A value on the wire for the time of a call: on the caller's stack, or in a pooled array.</summary>
internal readonly ref struct WireArgument(ReadOnlySpan<byte> bytes, byte[]? rented, List<object>? handles)
{
    /// <summary>The value.</summary>
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public void Dispose()
    {
        GC.KeepAlive(handles);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }
}
