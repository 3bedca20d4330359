using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace FbbenchValues;

/// <summary>fbbench's data, packed by hand for each type: one crossing, and no allocation but the result.</summary>
public static unsafe class Hand
{
    private const int Small = 256;

    public static Quad EchoQuad(Quad value) => Native.values_hand_quad(value);

    /// <summary>Seen where they lie: they are the same in C and here.</summary>
    public static Quad[] EchoQuads(ReadOnlySpan<Quad> values)
    {
        Out result;
        fixed (Quad* data = values)
            Native.values_hand_quads(data, (nuint)values.Length, &result);
        _ = result.Bytes;
        var copied = new ReadOnlySpan<Quad>(result.Data, (int)result.Length).ToArray();
        result.Free(sizeof(double));
        return copied;
    }

    /// <summary>The lengths, and then the texts.</summary>
    public static string[] EchoTexts(ReadOnlySpan<string> values)
    {
        var most = 4 + 4 * values.Length;
        foreach (var text in values)
            most += 3 * text.Length;
        var rented = ArrayPool<byte>.Shared.Rent(most);
        BinaryPrimitives.WriteInt32LittleEndian(rented, values.Length);
        var (at, length) = (4 + 4 * values.Length, 4);
        foreach (var text in values)
        {
            var written = Encode(text, rented.AsSpan(at));
            BinaryPrimitives.WriteInt32LittleEndian(rented.AsSpan(length), written);
            at += written;
            length += 4;
        }

        Out result;
        fixed (byte* data = rented)
            Native.values_hand_texts(data, (nuint)at, &result);
        ArrayPool<byte>.Shared.Return(rented);

        var bytes = result.Bytes;
        var texts = new string[BinaryPrimitives.ReadInt32LittleEndian(bytes)];
        var lengths = MemoryMarshal.Cast<byte, int>(bytes[4..(4 + 4 * texts.Length)]);
        bytes = bytes[(4 + 4 * texts.Length)..];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Encoding.UTF8.GetString(bytes[..lengths[i]]);
            bytes = bytes[lengths[i]..];
        }

        result.Free();
        return texts;
    }

    /// <summary>The five lengths, and then the texts.</summary>
    public static Contact EchoContact(Contact value)
    {
        var most = 20 + 3 * (value.Name.Length + value.Street.Length + value.City.Length + value.Country.Length + value.Email.Length);
        byte[]? rented = null;
        var buffer = most <= 2 * Small ? stackalloc byte[2 * Small] : rented = ArrayPool<byte>.Shared.Rent(most);
        var at = 20;
        Put(buffer, 0, value.Name, ref at);
        Put(buffer, 4, value.Street, ref at);
        Put(buffer, 8, value.City, ref at);
        Put(buffer, 12, value.Country, ref at);
        Put(buffer, 16, value.Email, ref at);

        Room room;
        Out result;
        fixed (byte* data = buffer)
            Native.values_hand_contact(data, (nuint)at, &room, &result);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);

        var bytes = result.Bytes;
        at = 20;
        var contact = new Contact(Take(bytes, 0, ref at), Take(bytes, 4, ref at), Take(bytes, 8, ref at), Take(bytes, 12, ref at), Take(bytes, 16, ref at));
        result.Free();
        return contact;

        static void Put(Span<byte> buffer, int length, string text, ref int at)
        {
            var written = Encode(text, buffer[at..]);
            BinaryPrimitives.WriteInt32LittleEndian(buffer[length..], written);
            at += written;
        }

        static string Take(ReadOnlySpan<byte> bytes, int length, ref int at)
        {
            var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[length..]);
            var text = Encoding.UTF8.GetString(bytes.Slice(at, count));
            at += count;
            return text;
        }
    }

    /// <summary>The numbers, the lengths of the keys, and then the keys.</summary>
    public static Dictionary<string, ulong> EchoCounts(Dictionary<string, ulong> values)
    {
        var most = 4 + 12 * values.Count;
        foreach (var key in values.Keys)
            most += 3 * key.Length;
        var rented = ArrayPool<byte>.Shared.Rent(most);
        BinaryPrimitives.WriteInt32LittleEndian(rented, values.Count);
        var (number, length, at) = (4, 4 + 8 * values.Count, 4 + 12 * values.Count);
        foreach (var (key, value) in values)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(rented.AsSpan(number), value);
            var written = Encode(key, rented.AsSpan(at));
            BinaryPrimitives.WriteInt32LittleEndian(rented.AsSpan(length), written);
            (number, length, at) = (number + 8, length + 4, at + written);
        }

        Out result;
        fixed (byte* data = rented)
            Native.values_hand_counts(data, (nuint)at, &result);
        ArrayPool<byte>.Shared.Return(rented);

        var bytes = result.Bytes;
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var counts = new Dictionary<string, ulong>(count);
        (number, length, at) = (4, 4 + 8 * count, 4 + 12 * count);
        for (var i = 0; i < count; i++)
        {
            var size = BinaryPrimitives.ReadInt32LittleEndian(bytes[length..]);
            counts[Encoding.UTF8.GetString(bytes.Slice(at, size))] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[number..]);
            (number, length, at) = (number + 8, length + 4, at + size);
        }

        result.Free();
        return counts;
    }

    /// <summary>The kind, and what it has.</summary>
    public static Event EchoEvent(Event value)
    {
        byte[]? rented = null;
        Span<byte> buffer = stackalloc byte[Small];
        var size = 4;
        switch (value)
        {
            case Event.Quit:
                BinaryPrimitives.WriteInt32LittleEndian(buffer, 0);
                break;
            case Event.Key key:
                BinaryPrimitives.WriteInt32LittleEndian(buffer, 1);
                BinaryPrimitives.WriteUInt32LittleEndian(buffer[4..], key.Code);
                size = 8;
                break;
            case Event.Resize resize:
                BinaryPrimitives.WriteInt32LittleEndian(buffer, 2);
                BinaryPrimitives.WriteUInt32LittleEndian(buffer[4..], resize.Width);
                BinaryPrimitives.WriteUInt32LittleEndian(buffer[8..], resize.Height);
                size = 12;
                break;
            case Event.Paste paste:
                if (4 + 3 * paste.Text.Length > Small)
                    buffer = rented = ArrayPool<byte>.Shared.Rent(4 + 3 * paste.Text.Length);
                BinaryPrimitives.WriteInt32LittleEndian(buffer, 3);
                size = 4 + Encode(paste.Text, buffer[4..]);
                break;
            default:
                throw new ArgumentNullException(nameof(value));
        }

        Room room;
        Out result;
        fixed (byte* data = buffer)
            Native.values_hand_event(data, (nuint)size, &room, &result);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);

        var bytes = result.Bytes;
        Event returned = BinaryPrimitives.ReadInt32LittleEndian(bytes) switch
        {
            0 => new Event.Quit(),
            1 => new Event.Key(BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..])),
            2 => new Event.Resize(BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..])),
            _ => new Event.Paste(Encoding.UTF8.GetString(bytes[4..])),
        };
        result.Free();
        return returned;
    }

    /// <summary>Which of the choices it is, and what it has.</summary>
    public static Nested? EchoNested(Nested? value)
    {
        byte[]? rented = null;
        Span<byte> buffer = stackalloc byte[Small];
        var size = 1;
        if (value is null)
        {
            buffer[0] = 0;
        }
        else if (value.Error is { } error)
        {
            buffer[0] = 3;
            BinaryPrimitives.WriteUInt32LittleEndian(buffer[1..], error);
            size = 5;
        }
        else if (value.Value is { } text)
        {
            if (1 + 3 * text.Length > Small)
                buffer = rented = ArrayPool<byte>.Shared.Rent(1 + 3 * text.Length);
            buffer[0] = 2;
            size = 1 + Encode(text, buffer[1..]);
        }
        else
        {
            buffer[0] = 1;
        }

        Room room;
        Out result;
        fixed (byte* data = buffer)
            Native.values_hand_nested(data, (nuint)size, &room, &result);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);

        var bytes = result.Bytes;
        var returned = bytes[0] switch
        {
            0 => null,
            1 => new Nested(null, null),
            2 => new Nested(Encoding.UTF8.GetString(bytes[1..]), null),
            _ => new Nested(null, BinaryPrimitives.ReadUInt32LittleEndian(bytes[1..])),
        };
        result.Free();
        return returned;
    }

    private static int Encode(string text, Span<byte> target)
    {
        if (Utf8.FromUtf16(text, target, out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
            throw new ArgumentException("half of a surrogate pair");
        return written;
    }
}
