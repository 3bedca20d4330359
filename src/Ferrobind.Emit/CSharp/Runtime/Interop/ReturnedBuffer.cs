using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace RustPackage.Interop;

/// <summary>
/// Memory that came back: text, or scalars. With no capacity it lies in the scratch block, in an argument or in static
/// memory; else it is Rust's, and is given back once it is copied.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ReturnedBuffer
{
    public void* Data;
    public nuint Length;
    public nuint Capacity;
    public Failure* Failure;

    /// <summary>Copies the text, and releases it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly string ToText() => Capacity == 0 ? Encoding.UTF8.GetString(Elements<byte>()) : TakeText();

    /// <summary>Copies the elements, and releases them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T[] ToArray<T>()
        where T : unmanaged
        => Capacity == 0 ? Elements<T>().ToArray() : TakeArray<T>();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly string TakeText()
    {
        try
        {
            return Encoding.UTF8.GetString(Elements<byte>());
        }
        finally
        {
            Native.Release(Data, Capacity, 1);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly T[] TakeArray<T>()
        where T : unmanaged
    {
        try
        {
            return Elements<T>().ToArray();
        }
        finally
        {
            Native.Release(Data, Capacity, (nuint)sizeof(T));
        }
    }

    // A span, for it may be empty and null at once.
    private readonly ReadOnlySpan<T> Elements<T>()
        where T : unmanaged
        => new(Data, checked((int)Length));
}
