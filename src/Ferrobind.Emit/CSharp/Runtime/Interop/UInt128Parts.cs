using System;
using System.Runtime.InteropServices;

namespace RustPackage.Interop;

/// <summary>
/// An unsigned 128-bit integer as it crosses: two halves. Not <see cref="UInt128"/> itself, whose alignment and
/// registers are the C compiler's own.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct UInt128Parts(UInt128 value)
{
    public ulong Low = (ulong)value;
    public ulong High = (ulong)(value >> 64);

    public readonly UInt128 ToUInt128() => new(High, Low);
}
