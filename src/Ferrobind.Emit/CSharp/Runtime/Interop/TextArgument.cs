using System;
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace RustPackage.Interop;

/// <summary>A text as UTF-8 for the time of a call: on the caller's stack where it fits, else in a pooled array.</summary>
internal readonly ref struct TextArgument
{
    private readonly byte[]? _rented;

    /// <param name="text">The text; null and lone surrogates are refused.</param>
    /// <param name="stack">Where a small one goes.</param>
    /// <param name="name">The parameter's name, for messages.</param>
    public TextArgument(
        string text, Span<byte> stack, [CallerArgumentExpression(nameof(text))] string name = "")
    {
        if (text is null)
            ThrowNull(name);

        if (text.Length <= stack.Length)
        {
            var status = Utf8.FromUtf16(text, stack, out _, out var length, replaceInvalidSequences: false);
            if (status == OperationStatus.Done)
            {
                Bytes = MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetReference(stack), length);
                return;
            }
        }

        // Not "out _rented": what has an address is in memory, and not in registers.
        _rented = Rent(text, name, out var rentedLength);
        Bytes = new ReadOnlySpan<byte>(_rented, 0, rentedLength);
    }

    /// <summary>The text as UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static byte[] Rent(string text, string name, out int length)
    {
        // One pass where three bytes a character are no waste; a large text is counted first.
        const int small = 16 * 1024;
        var rented = ArrayPool<byte>.Shared.Rent(
            text.Length <= small ? Encoding.UTF8.GetMaxByteCount(text.Length) : Encoding.UTF8.GetByteCount(text));
        var status = Utf8.FromUtf16(text, rented, out _, out length, replaceInvalidSequences: false);
        if (status == OperationStatus.Done)
            return rented;

        ArrayPool<byte>.Shared.Return(rented);
        ThrowLoneSurrogate(name);
        return [];
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNull(string name) => throw new ArgumentNullException(name);

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowLoneSurrogate(string name) =>
        throw new ArgumentException("The text has half of a surrogate pair, which UTF-8 cannot express.", name);
}
