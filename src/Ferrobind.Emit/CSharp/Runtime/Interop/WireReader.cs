using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RustPackage.Interop;

/// <summary>
/// Reads a value on the wire. Nothing is believed: what is cut off, out of range or left over is an
/// <see cref="InvalidDataException"/>, and nothing is allocated that the rest of the buffer could not fill.
/// </summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private const int MaxDepth = 128;

    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = MaxDepth };

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;
    private int _depth;

    /// <summary>How many bytes were read.</summary>
    public readonly int Position => _position;

    /// <summary>Where the handles that are read are noted, by who reads a value only to close what is in it; else null.</summary>
    public List<HandleToken>? Handles { private get; init; }

    /// <summary>Checks that nothing is left.</summary>
    public readonly void End()
    {
        if (_position != _bytes.Length)
            Throw("has something behind its end");
    }

    public bool ReadBool() => ReadTag(1) != 0;

    public Rune ReadChar() => ToRune(Read<uint>());

    public sbyte ReadI8() => Read<sbyte>();

    public short ReadI16() => Read<short>();

    public int ReadI32() => Read<int>();

    public long ReadI64() => Read<long>();

    public Int128 ReadI128() => Read<Int128>();

    public nint ReadIsize() => checked((nint)Read<long>());

    public byte ReadU8() => Read<byte>();

    public ushort ReadU16() => Read<ushort>();

    public uint ReadU32() => Read<uint>();

    public ulong ReadU64() => Read<ulong>();

    public UInt128 ReadU128() => Read<UInt128>();

    public nuint ReadUsize() => checked((nuint)Read<ulong>());

    public float ReadF32() => Read<float>();

    public double ReadF64() => Read<double>();

    /// <summary>A byte from 0 to <paramref name="last"/>.</summary>
    public byte ReadTag(byte last)
    {
        var tag = Read<byte>();
        if (tag > last)
            ThrowTag(tag, last);
        return tag;
    }

    /// <summary>The variant of an enum.</summary>
    public uint ReadVariant() => Read<uint>();

    /// <summary>The count of a list, whose elements take at least so many bytes each.</summary>
    public int ReadCount(int least)
    {
        var count = Read<uint>();
        if ((ulong)count * (ulong)least > (ulong)(_bytes.Length - _position) || count > (uint)Array.MaxLength)
            ThrowCount(count);
        return (int)count;
    }

    public JsonElement ReadJson()
    {
        var text = Take(ReadCount(1));
        try
        {
            return JsonElement.Parse(text, JsonOptions);
        }
        catch (JsonException cause)
        {
            Throw("has JSON that is none: " + cause.Message);
            return default;
        }
    }

    // What JSON calls null is null.
    public JsonNode ReadAnyJson() => ReadJson() is { ValueKind: not JsonValueKind.Null } element ? JsonNode.Parse(JsonMarshal.GetRawUtf8Value(element), documentOptions: JsonOptions)! : null!;

    public string ReadText()
    {
        // Its bytes are there: the count says so.
        var length = ReadCount(1);
        var text = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), _position), length);
        _position += length;
        if (length is >= sizeof(ulong) and <= 2 * sizeof(ulong) && TryShort(text) is { } read)
            return read;
        return Ascii.IsValid(text) ? Encoding.Latin1.GetString(text) : Decode(text);
    }

    // A text of 8 to 16 bytes is seen, and made wide, as its first 8 bytes and its last 8.
    private static string? TryShort(ReadOnlySpan<byte> text)
    {
        var first = BitConverter.ToUInt64(text);
        var last = BitConverter.ToUInt64(text[^sizeof(ulong)..]);
        if (((first | last) & 0x8080_8080_8080_8080) != 0)
            return null;
        return string.Create(text.Length, (first, last), static (wide, halves) =>
        {
            Widen(halves.first, wide);
            Widen(halves.last, wide[^sizeof(ulong)..]);
        });

        static void Widen(ulong ascii, Span<char> wide) =>
            Vector128.WidenLower(Vector128.CreateScalar(ascii).AsByte()).CopyTo(MemoryMarshal.Cast<char, ushort>(wide));
    }

    private static string Decode(ReadOnlySpan<byte> text)
    {
        try
        {
            return Utf8.GetString(text);
        }
        catch (DecoderFallbackException invalid)
        {
            throw new InvalidDataException("Rust sent a text that is not UTF-8.", invalid);
        }
    }

    /// <summary>A list of elements that have the same layout here, and any value.</summary>
    public T[] ReadBlockList<T>()
        where T : unmanaged
        => ReadBlock<T>(ReadCount(Unsafe.SizeOf<T>()));

    /// <summary>The elements of an array that have the same layout here, and any value.</summary>
    public T[] ReadBlock<T>(int count)
        where T : unmanaged
    {
        var bytes = Take((long)count * Unsafe.SizeOf<T>());
        if (count == 0)
            return [];
        var values = GC.AllocateUninitializedArray<T>(count);
        bytes.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>Elements that have the same layout here, and any value, into the first places of an array.</summary>
    public void ReadInto<T>(T[] values, int count)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            throw new InvalidOperationException($"{typeof(T)} is no block of bytes");
        var target = values.AsSpan(0, count);
        var bytes = Take((long)count * Unsafe.SizeOf<T>());
        bytes.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(target)), bytes.Length));
    }

    public bool[] ReadBoolList() => ReadBools(ReadCount(1));

    public bool[] ReadBools(int count)
    {
        var at = _position;
        var values = ReadBlock<bool>(count);
        if (_bytes.Slice(at, count).ContainsAnyExceptInRange((byte)0, (byte)1))
            Throw("has a bool that is not 0 or 1");
        return values;
    }

    public Rune[] ReadCharList() => ReadChars(ReadCount(sizeof(uint)));

    public Rune[] ReadChars(int count)
    {
        var values = ReadBlock<Rune>(count);
        foreach (var value in values)
            ToRune((uint)value.Value);
        return values;
    }

    /// <summary>Seconds and nanoseconds; what is below 100 ns is cut off.</summary>
    /// <exception cref="OverflowException">It does not fit a <see cref="TimeSpan"/>.</exception>
    public TimeSpan ReadDuration()
    {
        var seconds = Read<ulong>();
        var ticks = (UInt128)seconds * TimeSpan.TicksPerSecond + ReadNanoseconds();
        if (ticks > long.MaxValue)
            throw new OverflowException($"A duration of {seconds} seconds does not fit a TimeSpan.");
        return new TimeSpan((long)ticks);
    }

    /// <summary>Seconds since 1970 and nanoseconds, UTC; what is below 100 ns is cut off.</summary>
    /// <exception cref="OverflowException">It does not fit a <see cref="DateTimeOffset"/>.</exception>
    public DateTimeOffset ReadSystemTime()
    {
        var seconds = Read<long>();
        var ticks = (Int128)seconds * TimeSpan.TicksPerSecond + ReadNanoseconds() + DateTime.UnixEpoch.Ticks;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            throw new OverflowException($"The time {seconds} seconds from 1970 on does not fit a DateTimeOffset.");
        return new DateTimeOffset((long)ticks, TimeSpan.Zero);
    }

    /// <summary>A time by Rust's clock that only goes on: so far from now.</summary>
    public DateTimeOffset ReadInstant() => DateTimeOffset.UtcNow + TimeSpan.FromTicks(Read<long>() / TimeSpan.NanosecondsPerTick);

    /// <summary>A path or another text of the system, as long as it is UTF-8.</summary>
    public string ReadOsText() => ReadText();

    /// <summary>−1, 0 or 1.</summary>
    public int ReadOrdering()
    {
        var value = Read<sbyte>();
        if (value is < -1 or > 1)
            Throw($"has the ordering {value}");
        return value;
    }

    public IPAddress ReadIpv4Addr() => new(Take(4));

    public IPAddress ReadIpv6Addr() => new(Take(16));

    public IPAddress ReadIpAddr() => ReadFamily() == 4 ? ReadIpv4Addr() : ReadIpv6Addr();

    public IPEndPoint ReadSocketAddrV4()
    {
        var address = ReadIpv4Addr();
        return new IPEndPoint(address, Read<ushort>());
    }

    /// <summary>An address with its port and scope; .NET has no place for the flow info.</summary>
    public IPEndPoint ReadSocketAddrV6()
    {
        var address = Take(16);
        var port = Read<ushort>();
        Read<uint>();
        return new IPEndPoint(new IPAddress(address, Read<uint>()), port);
    }

    public IPEndPoint ReadSocketAddr() => ReadFamily() == 4 ? ReadSocketAddrV4() : ReadSocketAddrV6();

    /// <summary>A handle, which the reader owns from now on.</summary>
    public HandleToken ReadHandle()
    {
        var token = new HandleToken(Read<ulong>());
        if (token.IsNone)
            Throw("has a handle that is none");
        Handles?.Add(token);
        return token;
    }

    /// <summary>A value begins of a type that may contain itself.</summary>
    public void Enter()
    {
        if (++_depth > MaxDepth)
            Throw($"nests deeper than {MaxDepth} levels");
    }

    /// <summary>A value ends of a type that may contain itself.</summary>
    public void Leave() => _depth--;

    /// <summary>An enum has a value or a variant that there is not.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void ThrowUnknown(string type, long value) => Throw($"has the {type} {value}, which there is not");

    /// <summary>A value of a type that has none.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly RustNever ReadNever()
    {
        Throw("has a value of a type that has none");
        return null;
    }

    private readonly Rune ToRune(uint value)
    {
        if (!Rune.IsValid(value))
            Throw($"has the char {value:x}, which is no Unicode scalar value");
        return new Rune(value);
    }

    private byte ReadFamily()
    {
        var family = Read<byte>();
        if (family is not (4 or 6))
            Throw($"has the address family {family}");
        return family;
    }

    private uint ReadNanoseconds()
    {
        var nanoseconds = Read<uint>();
        if (nanoseconds >= 1_000_000_000)
            Throw($"has {nanoseconds} nanoseconds");
        return nanoseconds / (uint)TimeSpan.NanosecondsPerTick;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Read<T>()
        where T : unmanaged
    {
        var position = _position;
        if (Unsafe.SizeOf<T>() > _bytes.Length - position)
            ThrowShort();
        _position = position + Unsafe.SizeOf<T>();
        return Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), position));
    }

    private ReadOnlySpan<byte> Take(long count)
    {
        if (count > _bytes.Length - _position)
            ThrowShort();
        var taken = _bytes.Slice(_position, (int)count);
        _position += (int)count;
        return taken;
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void ThrowTag(byte tag, byte last) => Throw($"has the tag {tag}, where {last} is the last");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void ThrowCount(uint count) => Throw($"has a list of {count} elements, for which it is too short");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void ThrowShort() => Throw("is cut off");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Throw(string what) =>
        throw new InvalidDataException($"The value that Rust sent {what}, at byte {_position} of {_bytes.Length}.");
}
