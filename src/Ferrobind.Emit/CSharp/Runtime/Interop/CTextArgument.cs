using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace RustPackage.Interop;

/// <summary>A text as a C string, UTF-8 that ends with NUL, for the time of a call.</summary>
internal readonly ref struct CTextArgument
{
    private readonly byte[]? _rented;

    /// <param name="text">The text; null, lone surrogates and NUL characters are refused.</param>
    /// <param name="stack">Where a small one goes.</param>
    /// <param name="name">The parameter's name, for messages.</param>
    public CTextArgument(
        string text, Span<byte> stack, [CallerArgumentExpression(nameof(text))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(text, name);
        if (text.Contains('\0'))
            throw new ArgumentException("The text has a NUL character, at which a C string would end.", name);

        var bytes = stack;
        if (Encoding.UTF8.GetMaxByteCount(text.Length) >= stack.Length)
            bytes = _rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(text) + 1);

        if (Utf8.FromUtf16(text, bytes, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            Dispose();
            throw new ArgumentException(
                "The text has half of a surrogate pair, which UTF-8 cannot express.", name);
        }

        bytes[length] = 0;
        Bytes = bytes[..(length + 1)];
    }

    /// <summary>The text as UTF-8, and the NUL.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
    }
}
