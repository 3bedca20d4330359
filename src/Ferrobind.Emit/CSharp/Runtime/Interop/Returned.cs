using System.Runtime.InteropServices;

namespace RustPackage.Interop;

/// <summary>A scalar that came back; it means something only where <see cref="Failure"/> is null.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Returned<T>
    where T : unmanaged
{
    public T Value;
    public Failure* Failure;
}
