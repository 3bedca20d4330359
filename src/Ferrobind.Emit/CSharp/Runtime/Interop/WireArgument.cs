using System;
using System.Buffers;

namespace RustPackage.Interop;

/// <summary>A value on the wire for the time of a call: on the caller's stack, or in a pooled array.</summary>
internal readonly ref struct WireArgument(ReadOnlySpan<byte> bytes, byte[]? rented)
{
    /// <summary>The value.</summary>
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public void Dispose()
    {
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }
}
