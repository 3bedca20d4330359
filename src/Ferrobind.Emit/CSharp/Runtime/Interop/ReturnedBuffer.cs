using System;
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
    public readonly string ToText()
    {
        if (Capacity == 0)
            return Encoding.UTF8.GetString(Elements<byte>());

        try
        {
            return Encoding.UTF8.GetString(Elements<byte>());
        }
        finally
        {
            Native.Release(Data, Capacity, 1);
        }
    }

    /// <summary>Copies the elements, and releases them.</summary>
    public readonly T[] ToArray<T>()
        where T : unmanaged
    {
        if (Capacity == 0)
            return Elements<T>().ToArray();

        try
        {
            return Elements<T>().ToArray();
        }
        finally
        {
            Native.Release(Data, Capacity, (nuint)sizeof(T));
        }
    }

    /// <summary>Reads the one value that is on the wire, and releases it.</summary>
    public readonly T ToValue<T>(delegate*<ref WireReader, T> read)
    {
        try
        {
            var reader = ToReader();
            var value = read(ref reader);
            reader.End();
            return value;
        }
        finally
        {
            Release();
        }
    }

    /// <summary>A reader of what is on the wire; it is to be released when all is read.</summary>
    public readonly WireReader ToReader() => new(Elements<byte>());

    /// <summary>Gives back bytes, where they are Rust's.</summary>
    public readonly void Release()
    {
        if (Capacity != 0)
            Native.Release(Data, Capacity, 1);
    }

    // A span, for it may be empty and null at once.
    private readonly ReadOnlySpan<T> Elements<T>()
        where T : unmanaged
        => new(Data, checked((int)Length));
}
