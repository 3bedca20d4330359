using System;
using System.Buffers;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace RustPackage.Interop;

/// <summary>
/// Writes a value on the wire: to the stack as long as it fits there, then to a pooled array. What has no value in Rust is an
/// <see cref="ArgumentException"/>; the array is then left to the collector.
/// </summary>
/// <param name="stack">Where a small value goes.</param>
/// <param name="name">The parameter's name, for messages.</param>
internal ref struct WireWriter(Span<byte> stack, string name)
{
    private const int MaxDepth = 128;

    private Span<byte> _bytes = stack;
    private byte[]? _rented;
    private int _length;
    private int _depth;
    private List<object>? _handles;

    /// <param name="stack">Where a small value goes: a local.</param>
    /// <param name="name">The parameter's name, for messages.</param>
    public unsafe WireWriter(WireSpace* stack, string name)
        : this(new Span<byte>(stack, sizeof(WireSpace)), name)
    {
    }

    /// <summary>What was written.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _bytes[.._length];

    /// <summary>How many bytes were written.</summary>
    public readonly int Length => _length;

    /// <summary>The objects whose handles were written; null if there are none.</summary>
    public readonly List<object>? Handles => _handles;

    /// <summary>Gives back what was borrowed; the bytes are not there any more.</summary>
    public readonly void Dispose()
    {
        GC.KeepAlive(_handles);
        if (_rented is not null)
            Return(_rented);
    }

    // Apart: what small values do without is not inlined into each call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Return(byte[] rented) => ArrayPool<byte>.Shared.Return(rented);

    public void WriteBool(bool value) => Write(value ? (byte)1 : (byte)0);

    public void WriteChar(Rune value) => Write(value.Value);

    public void WriteI8(sbyte value) => Write(value);

    public void WriteI16(short value) => Write(value);

    public void WriteI32(int value) => Write(value);

    public void WriteI64(long value) => Write(value);

    public void WriteI128(Int128 value) => Write(value);

    public void WriteIsize(nint value) => Write((long)value);

    public void WriteU8(byte value) => Write(value);

    public void WriteU16(ushort value) => Write(value);

    public void WriteU32(uint value) => Write(value);

    public void WriteU64(ulong value) => Write(value);

    public void WriteU128(UInt128 value) => Write(value);

    public void WriteUsize(nuint value) => Write((ulong)value);

    public void WriteF32(float value) => Write(value);

    public void WriteF64(double value) => Write(value);

    /// <summary>The count of a list.</summary>
    public void WriteCount(int count) => Write((uint)count);

    /// <summary>The variant of an enum.</summary>
    public void WriteVariant(uint index) => Write(index);

    /// <summary>A text, which may not be null.</summary>
    public void WriteText([NotNull] string? text)
    {
        if (text is null)
            ThrowNull();

        // One pass where three bytes a character are no waste; a large text is counted first.
        const int small = 16 * 1024;
        Reserve(sizeof(uint) + (text.Length <= small ? 3 * text.Length : Encoding.UTF8.GetByteCount(text)));
        var target = _bytes[(_length + sizeof(uint))..];
        if (Utf8.FromUtf16(text, target, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
            throw new ArgumentException("A text has half of a surrogate pair, which UTF-8 cannot express.", name);

        Write((uint)length);
        _length += length;
    }

    /// <summary>JSON, as its text.</summary>
    public void WriteAnyJson([NotNull] JsonNode? node)
    {
        if (node is null)
            ThrowNull();
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
            node.WriteTo(json);
        WriteUtf8(text.WrittenSpan);
    }

    /// <summary>JSON that was read, as its text.</summary>
    public void WriteJson(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Undefined)
            throw new ArgumentException("A value is no JSON: it was never read from any.", name);
        WriteUtf8(JsonMarshal.GetRawUtf8Value(element));
    }

    private void WriteUtf8(ReadOnlySpan<byte> text)
    {
        Reserve(sizeof(uint) + text.Length);
        Write((uint)text.Length);
        text.CopyTo(_bytes[_length..]);
        _length += text.Length;
    }

    /// <summary>A handle; its object is kept from the collector until the call has returned.</summary>
    public void WriteHandle([NotNull] object? handle, HandleToken? token)
    {
        if (handle is null)
            ThrowNull();
        (_handles ??= []).Add(handle);
        Write(token.GetValueOrDefault().Value);
    }

    /// <summary>The elements of an array, which have the same layout here; without a count.</summary>
    public void WriteBlock<T>(scoped ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes[_length..]);
        _length += bytes.Length;
    }

    /// <summary>A list of elements that have the same layout here.</summary>
    public void WriteBlockList<T>(scoped ReadOnlySpan<T> values)
        where T : unmanaged
    {
        WriteCount(values.Length);
        WriteBlock(values);
    }

    /// <summary>A duration: seconds and nanoseconds; not a negative one.</summary>
    public void WriteDuration(TimeSpan value)
    {
        if (value < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(name, value, "A duration in Rust is not negative.");
        Write((ulong)(value.Ticks / TimeSpan.TicksPerSecond));
        Write((uint)(value.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick));
    }

    /// <summary>A point in time: seconds since 1970, rounded down, and nanoseconds.</summary>
    public void WriteSystemTime(DateTimeOffset value)
    {
        var (seconds, ticks) = Math.DivRem(value.UtcTicks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond);
        if (ticks < 0)
            (seconds, ticks) = (seconds - 1, ticks + TimeSpan.TicksPerSecond);
        Write(seconds);
        Write((uint)(ticks * TimeSpan.NanosecondsPerTick));
    }

    /// <summary>A time by Rust's clock that only goes on: nanoseconds from now.</summary>
    public void WriteInstant(DateTimeOffset value)
    {
        const long most = long.MaxValue / TimeSpan.NanosecondsPerTick;
        Write(Math.Clamp((value - DateTimeOffset.UtcNow).Ticks, -most, most) * TimeSpan.NanosecondsPerTick);
    }

    /// <summary>A path or another text of the system.</summary>
    public void WriteOsText([NotNull] string? text) => WriteText(text);

    /// <summary>A comparison's result, of which the sign counts.</summary>
    public void WriteOrdering(int value) => Write((sbyte)Math.Sign(value));

    public void WriteIpv4Addr([NotNull] IPAddress? address)
    {
        if (address is null)
            ThrowNull();
        if (address.AddressFamily != AddressFamily.InterNetwork)
            throw new ArgumentException($"{address} is no IPv4 address.", name);
        WriteBytes(address, 4);
    }

    public void WriteIpv6Addr([NotNull] IPAddress? address)
    {
        if (address is null)
            ThrowNull();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            throw new ArgumentException($"{address} is no IPv6 address.", name);
        if (address.ScopeId != 0)
            throw new ArgumentException($"{address} has a scope, which an address has no place for in Rust.", name);
        WriteBytes(address, 16);
    }

    public void WriteIpAddr([NotNull] IPAddress? address)
    {
        if (address is null)
            ThrowNull();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            Write((byte)4);
            WriteIpv4Addr(address);
        }
        else
        {
            Write((byte)6);
            WriteIpv6Addr(address);
        }
    }

    public void WriteSocketAddrV4([NotNull] IPEndPoint? endPoint)
    {
        if (endPoint is null)
            ThrowNull();
        WriteIpv4Addr(endPoint.Address);
        Write((ushort)endPoint.Port);
    }

    /// <summary>An address with its port; the flow info, which .NET has no place for, is 0.</summary>
    public void WriteSocketAddrV6([NotNull] IPEndPoint? endPoint)
    {
        if (endPoint is null)
            ThrowNull();
        var address = endPoint.Address;
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            throw new ArgumentException($"{address} is no IPv6 address.", name);
        WriteBytes(address, 16);
        Write((ushort)endPoint.Port);
        Write(0u);
        Write((uint)address.ScopeId);
    }

    public void WriteSocketAddr([NotNull] IPEndPoint? endPoint)
    {
        if (endPoint is null)
            ThrowNull();
        if (endPoint.AddressFamily == AddressFamily.InterNetwork)
        {
            Write((byte)4);
            WriteSocketAddrV4(endPoint);
        }
        else
        {
            Write((byte)6);
            WriteSocketAddrV6(endPoint);
        }
    }

    /// <summary>A value begins of a type that may contain itself.</summary>
    public void Enter()
    {
        if (++_depth > MaxDepth)
            throw new ArgumentException($"The value nests deeper than {MaxDepth} levels, or contains itself.", name);
    }

    /// <summary>A value ends of a type that may contain itself.</summary>
    public void Leave() => _depth--;

    /// <summary>Checks the length of what is an array of a fixed length in Rust.</summary>
    public readonly void CheckLength<T>([NotNull] T[]? values, int length)
    {
        if (values is null)
            ThrowNull();
        if (values.Length != length)
            throw new ArgumentException($"An array has {values.Length} elements; it has {length} in Rust.", name);
    }

    /// <summary>Something that may not be null is.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void ThrowNull() => throw new ArgumentNullException(name, "The value, or a part of it, is null.");

    /// <summary>The unknown case of a type that may have further ones in Rust.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void ThrowUnknown() =>
        throw new ArgumentException("The value, or a part of it, is an unknown case, which cannot be sent.", name);

    private void WriteBytes(IPAddress address, int length)
    {
        Reserve(length);
        address.TryWriteBytes(_bytes[_length..], out _);
        _length += length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write<T>(T value)
        where T : unmanaged
    {
        Reserve(Unsafe.SizeOf<T>());
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), _length), value);
        _length += Unsafe.SizeOf<T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int count)
    {
        if (count > _bytes.Length - _length)
            Grow(count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        if (count > Array.MaxLength - _length)
            throw new ArgumentException("The value takes more than 2 GiB on its way to Rust.", name);
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(2L * _bytes.Length, _length + (long)count), Array.MaxLength));
        _bytes[.._length].CopyTo(larger);
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
        _bytes = _rented = larger;
    }
}
