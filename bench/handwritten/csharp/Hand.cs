using System;
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

[assembly: DisableRuntimeMarshalling]
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
[module: SkipLocalsInit]

namespace FbbenchHand;

/// <summary>A text is no number.</summary>
public sealed class ParseException(string message) : Exception(message);

/// <summary>fbbench for C#, by hand: one crossing wherever one will do, and no allocation but the result.</summary>
public static unsafe partial class Hand
{
    public static long Add(long a, long b) => hand_add(a, b);

    /// <summary>The length of a text in bytes.</summary>
    public static ulong TextLen(string text)
    {
        // 2 KiB of stack are free: with SkipLocalsInit nothing clears them, and they are no page of their own.
        const int room = 2048;
        var utf8 = stackalloc byte[room];
        var status = Utf8.FromUtf16(
            text, new Span<byte>(utf8, room), out _, out var length, replaceInvalidSequences: false);
        return status == OperationStatus.Done ? Checked(hand_text_len(utf8, (nuint)length)) : Long(text);

        static ulong Long(string text)
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            fixed (byte* data = utf8)
                return Checked(hand_text_len(data, (nuint)utf8.Length));
        }
    }

    /// <summary>The length of a UTF-8 text in bytes.</summary>
    public static ulong TextLen(ReadOnlySpan<byte> text)
    {
        fixed (byte* data = text)
            return Checked(hand_text_len(data, (nuint)text.Length));
    }

    /// <summary>One of four names of 16 bytes each.</summary>
    public static string TextOut(uint index)
    {
        Room room;
        return Text(&room, hand_text_out(index, &room));
    }

    /// <summary>The length, plus the first byte.</summary>
    public static ulong BytesIn(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* data = bytes)
            return hand_bytes_in(data, (nuint)bytes.Length);
    }

    /// <summary>Bytes, each of them 0x5a.</summary>
    public static byte[] BytesOut(nuint length)
    {
        var bytes = hand_bytes_out(length);
        if ((nint)bytes.Length < 0)
            Panicked(bytes);
        try
        {
            return new ReadOnlySpan<byte>(bytes.Data, checked((int)bytes.Length)).ToArray();
        }
        finally
        {
            if (bytes.Length != 0)
                hand_free(bytes.Data, bytes.Length);
        }
    }

    /// <summary>The number that a text of decimal digits stands for.</summary>
    /// <exception cref="ParseException">It stands for none.</exception>
    public static long Parse(string text)
    {
        const int room = 256;
        var utf8 = stackalloc byte[room];
        var status = Utf8.FromUtf16(
            text, new Span<byte>(utf8, room), out _, out var length, replaceInvalidSequences: false);
        return status == OperationStatus.Done ? Parse(new ReadOnlySpan<byte>(utf8, length)) : Parse(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The number that a UTF-8 text of decimal digits stands for.</summary>
    /// <exception cref="ParseException">It stands for none.</exception>
    public static long Parse(ReadOnlySpan<byte> text)
    {
        Room room;
        fixed (byte* data = text)
        {
            var parsed = hand_parse(data, (nuint)text.Length, &room);
            if (parsed.Failure != 0)
                Failed(&room, parsed.Failure);
            return parsed.Value;
        }
    }

    private static ulong Checked(long length)
    {
        if (length < 0)
            ThrowNotUtf8();
        return (ulong)length;
    }

    [DoesNotReturn]
    private static void Failed(Room* room, nuint failure)
    {
        var message = Text(room, failure >> 2);
        switch (failure & 3)
        {
            case 1: throw new ParseException(message);
            case 2: throw new InvalidOperationException(message);
            default: ThrowNotUtf8(); break;
        }
    }

    [DoesNotReturn]
    private static void Panicked(Bytes message)
    {
        var length = message.Length & ((nuint)nint.MaxValue);
        var text = Encoding.UTF8.GetString(message.Data, (int)length);
        hand_free(message.Data, length);
        throw new InvalidOperationException(text);
    }

    [DoesNotReturn]
    private static void ThrowNotUtf8() => throw new ArgumentException("the text is not UTF-8");

    private static string Text(Room* room, nuint length) =>
        length <= (nuint)sizeof(Room) ? Encoding.UTF8.GetString((byte*)room, (int)length) : Long(room, length);

    private static string Long(Room* room, nuint length)
    {
        var data = *(byte**)room;
        var text = Encoding.UTF8.GetString(data, checked((int)length));
        hand_free(data, length);
        return text;
    }

    [InlineArray(8)]
    private struct Room
    {
        private ulong _word;
    }

    private struct Bytes
    {
        public byte* Data;
        public nuint Length;
    }

    private struct Parsed
    {
        public long Value;
        public nuint Failure;
    }

    private const string Library = "fbbench_hand";

    [LibraryImport(Library)]
    private static partial long hand_add(long a, long b);

    [LibraryImport(Library)]
    private static partial long hand_text_len(byte* text, nuint length);

    [LibraryImport(Library)]
    private static partial ulong hand_bytes_in(byte* bytes, nuint length);

    [LibraryImport(Library)]
    private static partial nuint hand_text_out(uint index, Room* room);

    [LibraryImport(Library)]
    private static partial Bytes hand_bytes_out(nuint length);

    [LibraryImport(Library)]
    private static partial Parsed hand_parse(byte* text, nuint length, Room* room);

    [LibraryImport(Library)]
    private static partial void hand_free(byte* data, nuint length);
}
