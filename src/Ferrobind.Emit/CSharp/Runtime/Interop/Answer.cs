using System.Runtime.InteropServices;

namespace RustPackage.Interop;

/// <summary>Where a closure's answer goes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Answer
{
    public byte* Data;
    public nuint Capacity;
    public nuint Length;
}
