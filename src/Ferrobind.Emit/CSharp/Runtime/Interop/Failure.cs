using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace RustPackage.Interop;

/// <summary>
/// A failed call, as Rust describes it. What reads one also releases it, and is never inlined: a call that succeeds
/// pays one comparison.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Failure
{
    public const uint ErrorKind = 1;
    public const uint PanicKind = 2;
    public const uint ArgumentKind = 3;

    public uint Kind;
    public uint Reserved;
    public nuint Allocated;
    public byte* MessageData;
    public nuint MessageLength;
    public byte* LocationData;
    public nuint LocationLength;

    /// <summary>Throws that exception.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Throw() => throw ToException();

    /// <summary>The exception of a failed call, where an error has no type of its own.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Exception ToException() => ToException(static message => new RustException(message));

    /// <summary>Ignores an error; a panic or an invalid argument is still thrown.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void DiscardError()
    {
        if (Kind != ErrorKind)
            Throw();
        Release();
    }

    /// <summary>The exception of a failed call; the failure is released.</summary>
    /// <param name="ofError">Makes the exception of an error from its message.</param>
    public Exception ToException(Func<string, Exception> ofError)
    {
        var kind = Kind;
        var message = Text(MessageData, MessageLength);
        var location = Text(LocationData, LocationLength);
        Release();
        return kind switch
        {
            ErrorKind => ofError(message),
            ArgumentKind => new ArgumentException(message, CSharpName(location)),
            _ => new RustPanicException(message, location.Length == 0 ? null : location),
        };
    }

    private void Release()
    {
        // One in the scratch block is the caller's memory.
        if (Allocated != 0)
            Native.Release(Unsafe.AsPointer(ref this), Allocated, 8);
    }

    private static string Text(byte* data, nuint length) =>
        Encoding.UTF8.GetString(new ReadOnlySpan<byte>(data, checked((int)length)));

    /// <summary>Rust says <c>max_len</c> where the C# parameter is called <c>maxLen</c>.</summary>
    private static string CSharpName(string rustName)
    {
        var name = new StringBuilder(rustName.Length);
        var capital = false;
        foreach (var c in rustName)
        {
            if (c != '_')
                name.Append(capital ? char.ToUpperInvariant(c) : c);
            capital = c == '_' && name.Length > 0;
        }

        return name.ToString();
    }
}
