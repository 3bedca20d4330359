using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RustPackage.Interop;
using Xunit;

namespace Ferrobind.Runtime.CSharp.Tests;

/// <summary>What goes in comes out, and takes the bytes that docs/wire.md says.</summary>
public sealed class WireTests
{
    private delegate void Write(ref WireWriter writer);

    private delegate T Read<T>(ref WireReader reader);

    [Fact]
    public void Numbers_are_little_endian()
    {
        Assert.Equal([0x34, 0x12], Bytes((ref w) => w.WriteU16(0x1234)));
        Assert.Equal([0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], Bytes((ref w) => w.WriteIsize(-2)));
        Assert.Equal([2, .. new byte[15]], Bytes((ref w) => w.WriteU128(2)));
        Assert.Equal([0, 0, 0x80, 0x3F], Bytes((ref w) => w.WriteF32(1)));
        Assert.Equal([0xE4, 0, 0, 0], Bytes((ref w) => w.WriteChar(new Rune('ä'))));
    }

    [Fact]
    public void Scalars_come_back()
    {
        RoundTrip(true, static (ref w, v) => w.WriteBool(v), static (ref r) => r.ReadBool());
        RoundTrip(new Rune(0x1F980), static (ref w, v) => w.WriteChar(v), static (ref r) => r.ReadChar());
        RoundTrip(sbyte.MinValue, static (ref w, v) => w.WriteI8(v), static (ref r) => r.ReadI8());
        RoundTrip(short.MinValue, static (ref w, v) => w.WriteI16(v), static (ref r) => r.ReadI16());
        RoundTrip(int.MinValue, static (ref w, v) => w.WriteI32(v), static (ref r) => r.ReadI32());
        RoundTrip(long.MinValue, static (ref w, v) => w.WriteI64(v), static (ref r) => r.ReadI64());
        RoundTrip(Int128.MinValue, static (ref w, v) => w.WriteI128(v), static (ref r) => r.ReadI128());
        RoundTrip(nint.MinValue, static (ref w, v) => w.WriteIsize(v), static (ref r) => r.ReadIsize());
        RoundTrip(byte.MaxValue, static (ref w, v) => w.WriteU8(v), static (ref r) => r.ReadU8());
        RoundTrip(ushort.MaxValue, static (ref w, v) => w.WriteU16(v), static (ref r) => r.ReadU16());
        RoundTrip(uint.MaxValue, static (ref w, v) => w.WriteU32(v), static (ref r) => r.ReadU32());
        RoundTrip(ulong.MaxValue, static (ref w, v) => w.WriteU64(v), static (ref r) => r.ReadU64());
        RoundTrip(UInt128.MaxValue, static (ref w, v) => w.WriteU128(v), static (ref r) => r.ReadU128());
        RoundTrip(nuint.MaxValue, static (ref w, v) => w.WriteUsize(v), static (ref r) => r.ReadUsize());
        RoundTrip(float.NaN, static (ref w, v) => w.WriteF32(v), static (ref r) => r.ReadF32());
        RoundTrip(-0.0, static (ref w, v) => w.WriteF64(v), static (ref r) => r.ReadF64());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("-1.50")]
    [InlineData("\"Zoë\"")]
    [InlineData("[1, {\"a\": null}]")]
    public void Json_comes_back(string text)
    {
        var element = JsonElement.Parse(text);
        Assert.Equal(text, Reading(Bytes((ref w) => w.WriteJson(element)), static (ref r) => r.ReadJson()).GetRawText());
        if (JsonNode.Parse(text) is not { } node)
            return;
        Assert.True(JsonNode.DeepEquals(node, Reading(Bytes((ref w) => w.WriteAnyJson(node)), static (ref r) => r.ReadAnyJson())));
    }

    [Fact]
    public void Json_nests_so_deep_and_no_deeper()
    {
        static byte[] Nested(int depth) => Bytes((ref w) => w.WriteText(new string('[', depth) + new string(']', depth)));
        Assert.Equal(JsonValueKind.Array, Reading(Nested(128), static (ref r) => r.ReadJson()).ValueKind);
        Assert.IsType<JsonArray>(Reading(Nested(128), static (ref r) => r.ReadAnyJson()));
        Assert.Throws<InvalidDataException>(() => Reading(Nested(129), static (ref r) => r.ReadAnyJson()));
    }

    [Fact]
    public void What_is_no_json_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Bytes((ref w) => w.WriteAnyJson(null)));
        Assert.Throws<ArgumentException>(() => Bytes((ref w) => w.WriteJson(default)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Zoë 🦀\0")]
    public void Text_comes_back(string text)
    {
        RoundTrip(text, static (ref w, v) => w.WriteText(v), static (ref r) => r.ReadText());
        RoundTrip(text, static (ref w, v) => w.WriteOsText(v), static (ref r) => r.ReadOsText());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    public void Writer_grows_beyond_the_stack(int length)
    {
        var text = new string('ß', length);
        RoundTrip(text, static (ref w, v) => w.WriteText(v), static (ref r) => r.ReadText());
    }

    [Fact]
    public void Lists_of_numbers_are_blocks()
    {
        Assert.Equal([2, 0, 0, 0, 1, 0, 2, 0], Bytes((ref w) => w.WriteBlockList<ushort>([1, 2])));
        Assert.Equal([1, 2, 3], Reading(Bytes((ref w) => w.WriteBlockList<long>([1, 2, 3])), static (ref r) => r.ReadBlockList<long>()));
        Assert.Equal([true, false], Reading(Bytes((ref w) => w.WriteBlockList<bool>([true, false])), static (ref r) => r.ReadBoolList()));
        Assert.Equal(
            [new Rune('ä')], Reading(Bytes((ref w) => w.WriteBlockList<Rune>([new Rune('ä')])), static (ref r) => r.ReadCharList()));
        Assert.Empty(Reading(Bytes((ref w) => w.WriteBlockList<int>([])), static (ref r) => r.ReadBlockList<int>()));
    }

    [Fact]
    public void Times_come_back()
    {
        foreach (var duration in (TimeSpan[])[TimeSpan.Zero, new(1), TimeSpan.FromSeconds(1.5), TimeSpan.MaxValue])
            RoundTrip(duration, static (ref w, v) => w.WriteDuration(v), static (ref r) => r.ReadDuration());
        DateTimeOffset[] times =
        [
            DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddTicks(-1), DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
            new(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(5)),
        ];
        foreach (var time in times)
            RoundTrip(time, static (ref w, v) => w.WriteSystemTime(v), static (ref r) => r.ReadSystemTime());
        Assert.Equal(
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x9C, 0xC9, 0x9A, 0x3B],
            Bytes((ref w) => w.WriteSystemTime(DateTimeOffset.UnixEpoch.AddTicks(-1))));
    }

    [Fact]
    public void Addresses_come_back()
    {
        RoundTrip(IPAddress.Loopback, static (ref w, v) => w.WriteIpv4Addr(v), static (ref r) => r.ReadIpv4Addr());
        RoundTrip(IPAddress.IPv6Loopback, static (ref w, v) => w.WriteIpv6Addr(v), static (ref r) => r.ReadIpv6Addr());
        foreach (var address in (IPAddress[])[IPAddress.Parse("1.2.3.4"), IPAddress.Parse("1::2")])
        {
            RoundTrip(address, static (ref w, v) => w.WriteIpAddr(v), static (ref r) => r.ReadIpAddr());
            RoundTrip(new IPEndPoint(address, 65535), static (ref w, v) => w.WriteSocketAddr(v), static (ref r) => r.ReadSocketAddr());
        }

        RoundTrip(
            new IPEndPoint(IPAddress.Parse("fe80::1%7"), 1),
            static (ref w, v) => w.WriteSocketAddrV6(v), static (ref r) => r.ReadSocketAddrV6());
    }

    [Fact]
    public void Ordering_is_a_sign()
    {
        Assert.Equal([0xFF], Bytes((ref w) => w.WriteOrdering(-42)));
        Assert.Equal(1, Reading(Bytes((ref w) => w.WriteOrdering(int.MaxValue)), static (ref r) => r.ReadOrdering()));
    }

    [Fact]
    public void What_Rust_has_no_value_for_is_an_argument_error_with_its_name()
    {
        Refused((ref w) => w.WriteText(null));
        Refused((ref w) => w.WriteText("\ud800"));
        Refused((ref w) => w.WriteDuration(new TimeSpan(-1)));
        Refused((ref w) => w.WriteIpv4Addr(IPAddress.IPv6Loopback));
        Refused((ref w) => w.WriteIpv6Addr(IPAddress.Loopback));
        Refused((ref w) => w.WriteIpv6Addr(IPAddress.Parse("fe80::1%7")));
        Refused((ref w) => w.WriteSocketAddrV4(new IPEndPoint(IPAddress.IPv6Loopback, 1)));
        Refused((ref w) => w.WriteSocketAddrV6(new IPEndPoint(IPAddress.Loopback, 1)));
        Refused((ref w) => w.WriteSocketAddr(null));
        Refused((ref w) => w.CheckLength<int>([1], 2));
        Refused((ref w) => w.ThrowUnknown());
        Refused((ref w) =>
        {
            for (var i = 0; i <= 128; i++)
                w.Enter();
        });
    }

    [Fact]
    public void Contents_are_compared_by_value()
    {
        int[] oneTwo = [1, 2];
        Assert.True(Contents.Same(oneTwo, [1, 2]));
        Assert.False(Contents.Same(oneTwo, [2, 1]));
        Assert.False(Contents.Same(null, oneTwo));
        Assert.True(Contents.Same<int[]>([[1]], [[1]], static (x, y) => Contents.Same(x, y)));
        Assert.True(Contents.Same(new HashSet<int> { 1, 2 }, [2, 1]));
        Assert.True(Contents.Same(
            new Dictionary<int, int[]> { [1] = [1] }, new Dictionary<int, int[]> { [1] = [1] }, static (x, y) => Contents.Same(x, y)));
        Assert.False(Contents.Same(
            new OrderedDictionary<int, int> { [1] = 1, [2] = 2 }, new OrderedDictionary<int, int> { [2] = 2, [1] = 1 },
            static (x, y) => x == y));
        Assert.Equal(Contents.Hash<string>(["a"]), Contents.Hash<string>(["a"]));
    }

    private static void Refused(Write write) =>
        Assert.Equal("shape", Assert.ThrowsAny<ArgumentException>(() => { Bytes(write, "shape"); }).ParamName);

    private delegate void WriteValue<T>(ref WireWriter writer, T value);

    private static void RoundTrip<T>(T value, WriteValue<T> write, Read<T> read) =>
        Assert.Equal(value, Reading(Bytes((ref writer) => write(ref writer, value)), read));

    private static byte[] Bytes(Write write, string name = "value")
    {
        var writer = new WireWriter(stackalloc byte[64], name);
        write(ref writer);
        var bytes = writer.Bytes.ToArray();
        writer.Dispose();
        return bytes;
    }

    private static T Reading<T>(byte[] bytes, Read<T> read)
    {
        var reader = new WireReader(bytes);
        var value = read(ref reader);
        reader.End();
        return value;
    }
}
