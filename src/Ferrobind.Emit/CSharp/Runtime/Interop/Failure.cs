using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace RustPackage.Interop;

/// <summary>
/// A failed call, as Rust describes it; its parts lie behind it, in the order of their lengths. What reads one also
/// releases it, and is never inlined: a call that succeeds pays one comparison.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe partial struct Failure
{
    public const uint ErrorKind = 1;
    public const uint PanicKind = 2;
    public const uint ArgumentKind = 3;
    public const uint ClosureKind = 9;

    public uint Kind;
    public uint LocationLength;
    public uint MessageLength;
    public uint PayloadLength;
    public uint SourcesLength;
    public uint Reserved;
    public nuint Allocated;

    /// <summary>Throws that exception.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Throw() => throw ToException();

    /// <summary>The exception of a failed call, where an error has no type of its own.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Exception ToException() => ToException(static (message, _, source) => new RustException(message, source));

    /// <summary>Ignores an error; a panic or an invalid argument is still thrown.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void DiscardError()
    {
        if (Kind != ErrorKind)
            Throw();
        Release();
    }

    /// <summary>The error as data; a panic or an invalid argument is still thrown.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T TakeError<T>(delegate*<ref WireReader, T> read)
    {
        if (Kind != ErrorKind)
            Throw();
        try
        {
            return Value(Payload, read);
        }
        finally
        {
            Release();
        }
    }

    /// <summary>The exception of a failed call; the failure is released.</summary>
    public Exception ToException(ErrorFactory ofError)
    {
        try
        {
            var message = Encoding.UTF8.GetString(Part(LocationLength, MessageLength));
            var location = Encoding.UTF8.GetString(Part(0, LocationLength));
            return Kind switch
            {
                ErrorKind => ofError(message, Payload, Source()),
                ArgumentKind => new ArgumentException(message, CSharpName(location)),
                PanicKind => new RustPanicException(message, location.Length == 0 ? null : location),
                _ => OfHandle(Kind, message, location),
            };
        }
        finally
        {
            Release();
        }
    }

    /// <summary>The one value that an error carries.</summary>
    public static T Value<T>(ReadOnlySpan<byte> payload, delegate*<ref WireReader, T> read)
    {
        var reader = new WireReader(payload);
        var value = read(ref reader);
        reader.End();
        return value;
    }

    private static Exception OfHandle(uint kind, string message, string parameter)
    {
        Exception? exception = null;
        OfHandle(kind, message, parameter, ref exception);
        return exception ?? new RustPanicException(message);
    }

    // There where the library has handles.
    static partial void OfHandle(uint kind, string message, string parameter, ref Exception? exception);

    private ReadOnlySpan<byte> Payload => Part((nuint)LocationLength + MessageLength, PayloadLength);

    // It is never moved: it is in a method's frame, or Rust's.
    private ReadOnlySpan<byte> Part(nuint start, uint length) =>
        new((byte*)Unsafe.AsPointer(ref this) + sizeof(Failure) + start, checked((int)length));

    // The errors that led to this one, each in the next.
    private RustException? Source()
    {
        if (SourcesLength == 0)
            return null;
        var reader = new WireReader(Part((nuint)LocationLength + MessageLength + PayloadLength, SourcesLength));
        var messages = new string[reader.ReadCount(sizeof(uint))];
        for (var i = 0; i < messages.Length; i++)
            messages[i] = reader.ReadText();
        reader.End();
        RustException? source = null;
        for (var i = messages.Length - 1; i >= 0; i--)
            source = new RustException(messages[i], source);
        return source;
    }

    /// <summary>
    /// A closure has failed. Where it was called on another thread, Rust may have made a panic of it.
    /// </summary>
    public readonly bool IsOfClosure => Kind is ClosureKind or PanicKind;

    /// <summary>Ends the reading of a failure.</summary>
    public void Release()
    {
        // One in the scratch block is the caller's memory.
        if (Allocated != 0)
            Native.Release(Unsafe.AsPointer(ref this), Allocated, 8);
    }

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
