using System.Runtime.InteropServices;

namespace RustPackage.Interop;

/// <summary>Perhaps memory that came back.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ReturnedOptionBuffer
{
    public void* Data;
    public nuint Length;
    public nuint Capacity;
    public Failure* Failure;
    public bool Some;

    public readonly string? ToText() => Some ? Buffer.ToText() : null;

    public readonly T[]? ToArray<T>()
        where T : unmanaged
        => Some ? Buffer.ToArray<T>() : null;

    private readonly ReturnedBuffer Buffer => new() { Data = Data, Length = Length, Capacity = Capacity };
}
