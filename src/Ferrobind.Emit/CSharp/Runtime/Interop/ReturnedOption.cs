using System.Runtime.InteropServices;

namespace RustPackage.Interop;

/// <summary>Perhaps a scalar; it means something only where <see cref="Failure"/> is null.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ReturnedOption<T>
    where T : unmanaged
{
    public T Value;
    public Failure* Failure;
    public bool Some;

    public readonly T? ToNullable() => Some ? Value : null;
}
