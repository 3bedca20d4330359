using System;
using System.Runtime.InteropServices;

namespace RustPackage.Interop;

/// <summary>
/// A 128-bit integer as it crosses: two halves. Not <see cref="Int128"/> itself, whose alignment and registers are
/// the C compiler's own.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Int128Parts(Int128 value)
{
    public ulong Low = (ulong)value;
    public long High = (long)(value >> 64);

    public readonly Int128 ToInt128() => new((ulong)High, Low);
}
