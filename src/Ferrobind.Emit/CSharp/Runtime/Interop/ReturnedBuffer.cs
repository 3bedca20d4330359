using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace RustPackage.Interop;

/// <summary>
/// Memory that came back: text, scalars, or values on the wire. With no capacity it lies in the scratch block, in an argument or in static
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
    public readonly string ToText() =>
        Capacity == 0 && Length - 1 < int.MaxValue
            ? Encoding.UTF8.GetString((byte*)Data, (int)Length)
            : Take(Data, Length, Capacity);

    /// <summary>Copies the elements, and releases them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T[] ToArray<T>()
        where T : unmanaged
        => Capacity == 0 ? Elements<T>(Data, Length).ToArray() : Take<T>(Data, Length, Capacity);

    // By value: what has an address is copied whole after the call, before the processor is done with its parts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Take(void* data, nuint length, nuint capacity)
    {
        try
        {
            return length == 0 ? "" : Encoding.UTF8.GetString((byte*)data, checked((int)length));
        }
        finally
        {
            if (capacity != 0)
                Native.Release(data, capacity, 1);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T[] Take<T>(void* data, nuint length, nuint capacity)
        where T : unmanaged
    {
        try
        {
            return Elements<T>(data, length).ToArray();
        }
        finally
        {
            Native.Release(data, capacity, (nuint)(sizeof(Behind<T>) - sizeof(T)));
        }
    }

    /// <summary>A reader of what is on the wire; it is to be released when all is read.</summary>
    public readonly WireReader ToReader() => new(Elements<byte>(Data, Length));

    /// <summary>Gives back bytes, where they are Rust's.</summary>
    public readonly void Release()
    {
        if (Capacity != 0)
            Native.Release(Data, Capacity, 1);
    }

    // A span, for it may be empty and null at once.
    private static ReadOnlySpan<T> Elements<T>(void* data, nuint length)
        where T : unmanaged
        => new(data, checked((int)length));

    // Where an element lies behind a byte says how it is aligned.
    private struct Behind<T>(byte first, T element)
        where T : unmanaged
    {
        public byte First = first;
        public T Element = element;
    }
}
