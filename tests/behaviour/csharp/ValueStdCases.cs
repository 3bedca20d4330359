using System.Net;
using System.Text;
using Values;

namespace Behaviour;

/// <summary>Types of the standard library.</summary>
internal static class ValueStdCases
{
    public static readonly Case[] All =
    [
        new("values/std-durations", () =>
        {
            foreach (var ticks in (long[])[0, 1, TimeSpan.TicksPerSecond, TimeSpan.TicksPerSecond - 1, TimeSpan.TicksPerDay * 9, long.MaxValue])
                Check.Equal(StdTypes.EchoDuration(new TimeSpan(ticks)), new TimeSpan(ticks));
            TimeSpan[] durations = [TimeSpan.Zero, TimeSpan.FromMilliseconds(1500), TimeSpan.FromHours(1000)];
            Check.Same<TimeSpan>(StdTypes.EchoDurations(durations), durations);
        }),
        new("values/duration-that-does-not-fit", () =>
        {
            Check.Throws<OverflowException>(() => StdTypes.Longest());
            Check.Equal(StdTypes.EchoDuration(TimeSpan.FromSeconds(1)), TimeSpan.FromSeconds(1));
        }),
        new("values/duration-that-is-negative", () =>
        {
            ValueCases.Refused("value", () => StdTypes.EchoDuration(new TimeSpan(-1)));
            ValueCases.Refused("value", () => StdTypes.EchoDurations([TimeSpan.Zero, new TimeSpan(-1)]));
        }),
        new("values/std-times", () =>
        {
            foreach (var when in (DateTimeOffset[])[
                DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddTicks(-1), new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero), DateTimeOffset.MinValue,
                DateTimeOffset.MaxValue, new(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2))])
            {
                Check.Equal(StdTypes.EchoTime(when), when);
                Check.Equal(StdTypes.EchoOptionalTime(when), when);
            }

            Check.Equal(StdTypes.EchoOptionalTime(null), null);
            Check.Equal(StdTypes.BeforeEpoch(), DateTimeOffset.FromUnixTimeMilliseconds(-1500));
        }),
        new("values/std-instants", () =>
        {
            var later = DateTimeOffset.UtcNow.AddDays(1);
            Check.That((StdTypes.EchoDeadline(later)!.Value - later).Duration() < TimeSpan.FromHours(1));
            Check.Equal(StdTypes.EchoDeadline(null), null);
            Check.That(StdTypes.IsOver(DateTimeOffset.UtcNow) && !StdTypes.IsOver(later));
            Check.Equal(StdTypes.Latest([DateTimeOffset.UtcNow, later, later.AddHours(-1)]), (nuint)1);
            Check.That(StdTypes.IsOver(DateTimeOffset.MinValue) && !StdTypes.IsOver(DateTimeOffset.MaxValue));
        }),
        new("values/std-paths", () =>
        {
            foreach (var text in (string[])["", "/tmp/ünï/a b", "a\0b"])
            {
                Check.Equal(StdTypes.EchoPath(text), text);
                Check.Equal(StdTypes.EchoOsString(text), text);
            }

            Check.Equal(StdTypes.Extension("/a/b.tar.gz"), "gz");
            Check.Equal(StdTypes.Extension("/a/b"), null);
        }),
        new("values/std-ips", () =>
        {
            IPAddress v4 = IPAddress.Parse("192.0.2.255"), v6 = IPAddress.Parse("2001:db8::1");
            Check.Equal(StdTypes.EchoIpv4(v4), v4);
            Check.Equal(StdTypes.EchoIpv6(v6), v6);
            Check.Equal(StdTypes.EchoIp(v4), v4);
            Check.Equal(StdTypes.EchoIp(v6), v6);
            var mapped = IPAddress.Parse("::ffff:192.0.2.1");
            Check.Equal(StdTypes.EchoIp(mapped), mapped);
            Check.Equal(StdTypes.EchoIpv6(mapped), mapped);
        }),
        new("values/std-sockets", () =>
        {
            IPEndPoint v4 = IPEndPoint.Parse("192.0.2.1:65535"), v6 = IPEndPoint.Parse("[2001:db8::1]:0");
            Check.Equal(StdTypes.EchoSocketV4(v4), v4);
            Check.Equal(StdTypes.EchoSocketV6(v6), v6);
            Check.Equal(StdTypes.EchoSocket(v4), v4);
            Check.Equal(StdTypes.EchoSocket(v6), v6);
            var scoped = new IPEndPoint(IPAddress.Parse("fe80::1%3"), 80);
            Check.Equal(StdTypes.EchoSocketV6(scoped), scoped);
        }),
        new("values/addresses-of-the-other-family", () =>
        {
            IPAddress v4 = IPAddress.Parse("192.0.2.1"), v6 = IPAddress.IPv6Loopback;
            ValueCases.Refused("value", () => StdTypes.EchoIpv4(v6));
            ValueCases.Refused("value", () => StdTypes.EchoIpv6(v4));
            ValueCases.Refused("value", () => StdTypes.EchoIpv6(IPAddress.Parse("fe80::1%3")));
            ValueCases.Refused("value", () => StdTypes.EchoSocketV4(new IPEndPoint(v6, 1)));
            ValueCases.Refused("value", () => StdTypes.EchoSocketV6(new IPEndPoint(v4, 1)));
            ValueCases.Refused("value", () => StdTypes.EchoIp(null!));
        }),
        new("values/ranges", () =>
        {
            Check.Equal(StdTypes.EchoRange(new(1, uint.MaxValue)), new(1, uint.MaxValue));
            Check.Equal(StdTypes.EchoRangeInclusive(new(long.MinValue, long.MaxValue)), new(long.MinValue, long.MaxValue));
            Check.Equal(StdTypes.EchoRangeFrom(new(nuint.MaxValue)), new(nuint.MaxValue));
            Check.Equal(StdTypes.EchoRangeTo(new(255)), new(255));
            Check.Equal(StdTypes.EchoRangeToInclusive(new(new Rune(0x1F600))), new(new Rune(0x1F600)));
        }),
        new("values/bounds", () =>
        {
            foreach (var bound in (RustBound<int>[])[default, RustBound<int>.Included(-1), RustBound<int>.Excluded(int.MaxValue)])
                Check.Equal(StdTypes.EchoBound(bound), bound);
            Check.Equal(StdTypes.EchoBound(RustBound<int>.Unbounded).Kind, RustBoundKind.Unbounded);
        }),
        new("values/ordering", () =>
        {
            Check.Same<int>([StdTypes.Compare(1, 2), StdTypes.Compare(2, 2), StdTypes.Compare(3, 2)], [-1, 0, 1]);
            Check.Same<int>([StdTypes.EchoOrdering(-1), StdTypes.EchoOrdering(0), StdTypes.EchoOrdering(1)], [-1, 0, 1]);
            Check.Same<int>([StdTypes.EchoOrdering(-1000), StdTypes.EchoOrdering(1000)], [-1, 1]);
        }),
        new("values/tuples", () =>
        {
            Check.Equal(StdTypes.EchoTuple((255, "ü")), ((byte)255, "ü"));
            Check.Equal(StdTypes.EchoTriple((true, new Rune(0x1F600), -0.5)), (true, new Rune(0x1F600), -0.5));
            Check.Equal(StdTypes.EchoSingle(7), 7u);
            var (numbers, (text, bytes)) = StdTypes.EchoNestedTuple(((1, 2), ("x", [0, 255])));
            Check.Equal((numbers, text), (((byte)1, (byte)2), "x"));
            Check.Same<byte>(bytes, [0, 255]);
        }),
        new("values/tuples-of-twelve", () =>
        {
            (byte, ushort, uint, ulong, sbyte, short, int, long, float, double, bool, Rune) twelve = (
                255, 65535, uint.MaxValue, ulong.MaxValue, -128, short.MinValue, int.MinValue, long.MinValue, 0.1f, 0.1, true, new Rune('ü'));
            Check.Equal(StdTypes.EchoTwelve(twelve), twelve);
        }),
        new("values/wide", () =>
        {
            Check.Equal(StdTypes.EchoWide((UInt128.MaxValue, Int128.MinValue)), (UInt128.MaxValue, Int128.MinValue));
            Check.Same<UInt128>(Collections.EchoWide([UInt128.MaxValue, 1]), [UInt128.MaxValue, 1]);
            Check.Same<Int128>(Collections.EchoNarrow([-1, Int128.MinValue]), [-1, Int128.MinValue]);
        }),
        new("values/non-zero", () =>
        {
            Check.Equal(StdTypes.EchoNonZero(uint.MaxValue), uint.MaxValue);
            Check.Equal(StdTypes.EchoNonZeroSmall(1), (byte)1);
            Check.Equal(StdTypes.EchoNonZeroLarge(long.MinValue), long.MinValue);
            Check.Equal(StdTypes.EchoOptionalNonZero(1), 1u);
            Check.Equal(StdTypes.EchoOptionalNonZero(null), null);
        }),
        new("values/non-zero-refused", () =>
        {
            ValueCases.Refused("value", () => StdTypes.EchoNonZero(0));
            ValueCases.Refused("value", () => StdTypes.EchoNonZeroSmall(0));
            ValueCases.Refused("value", () => StdTypes.EchoNonZeroLarge(0));
            ValueCases.Refused("value", () => StdTypes.EchoOptionalNonZero(0));
        }),
        new("values/wrapping", () => Check.Equal(StdTypes.EchoWrapping(65535), (ushort)65535)),
        new("values/phantoms", () => Check.Equal(StdTypes.EchoTagged(new Tagged(9)), new Tagged(9))),
    ];
}
