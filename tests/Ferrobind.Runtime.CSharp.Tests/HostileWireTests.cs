using System;
using System.Globalization;
using System.IO;
using System.Linq;
using RustPackage.Interop;
using Xunit;

namespace Ferrobind.Runtime.CSharp.Tests;

/// <summary>Buffers that Rust would never send: an error each, and nothing else.</summary>
public sealed class HostileWireTests
{
    private delegate object? Read(ref WireReader reader);

    // Everything that the reader reads itself, one after the other.
    private static readonly Read[] Readers =
    [
        (ref r) => r.ReadBool(), (ref r) => r.ReadChar(), (ref r) => r.ReadI8(), (ref r) => r.ReadI16(), (ref r) => r.ReadI32(),
        (ref r) => r.ReadI64(), (ref r) => r.ReadI128(), (ref r) => r.ReadIsize(), (ref r) => r.ReadU8(), (ref r) => r.ReadU16(),
        (ref r) => r.ReadU32(), (ref r) => r.ReadU64(), (ref r) => r.ReadU128(), (ref r) => r.ReadUsize(), (ref r) => r.ReadF32(),
        (ref r) => r.ReadF64(), (ref r) => r.ReadTag(2), (ref r) => r.ReadVariant(), (ref r) => r.ReadText(), (ref r) => r.ReadOsText(), (ref r) => r.ReadJson(),
        (ref r) => r.ReadBlockList<byte>(), (ref r) => r.ReadBlockList<Int128>(), (ref r) => r.ReadBlock<int>(2),
        (ref r) => r.ReadBoolList(), (ref r) => r.ReadCharList(), (ref r) => r.ReadDuration(), (ref r) => r.ReadSystemTime(),
        (ref r) => r.ReadOrdering(), (ref r) => r.ReadIpv4Addr(), (ref r) => r.ReadIpv6Addr(), (ref r) => r.ReadIpAddr(),
        (ref r) => r.ReadSocketAddrV4(), (ref r) => r.ReadSocketAddrV6(), (ref r) => r.ReadSocketAddr(), (ref r) => Nested(ref r),
        (ref r) => Texts(ref r),
    ];

    [Fact]
    public void Invalid_values_are_refused()
    {
        Refused([2], static (ref r) => r.ReadBool());
        Refused([3], static (ref r) => r.ReadTag(2));
        Refused([0, 0xD8, 0, 0], static (ref r) => r.ReadChar());
        Refused([0, 0, 0x11, 0], static (ref r) => r.ReadChar());
        Refused([1, 0, 0, 0, 0xFF], static (ref r) => r.ReadText());
        Refused([3, 0, 0, 0, 0xED, 0xA0, 0x80], static (ref r) => r.ReadText());
        Refused([1, 0, 0, 0, (byte)'['], static (ref r) => r.ReadJson());
        Refused([2, 0, 0, 0, 1, 2], static (ref r) => r.ReadBoolList());
        Refused([1, 0, 0, 0, 0, 0xD8, 0, 0], static (ref r) => r.ReadCharList());
        Refused([2], static (ref r) => r.ReadOrdering());
        Refused([5, 0, 0, 0, 0], static (ref r) => r.ReadIpAddr());
        Refused([.. new byte[8], 0, 0xCA, 0x9A, 0x3B], static (ref r) => r.ReadDuration());
        Refused([.. new byte[8], 0, 0xCA, 0x9A, 0x3B], static (ref r) => r.ReadSystemTime());
        Refused([1, 2], static (ref r) => r.ReadU8());
        Refused([], static (ref r) => r.ReadNever());
    }

    [Fact]
    public void Counts_beyond_the_buffer_allocate_nothing()
    {
        byte[] bytes = [0xFF, 0xFF, 0xFF, 0x7F, 1, 2, 3, 4];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bytes, static (ref r) => r.ReadText());
        Refused(bytes, static (ref r) => r.ReadBlockList<Int128>());
        Refused(bytes, static (ref r) => r.ReadCount(4));
        Refused([0xFF, 0xFF, 0xFF, 0xFF], static (ref r) => r.ReadCount(0));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    [Fact]
    public void Times_that_do_not_fit_overflow()
    {
        Overflows([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0], static (ref r) => r.ReadDuration());
        Overflows([.. BitConverter.GetBytes((long.MaxValue / TimeSpan.TicksPerSecond) + 1), 0, 0, 0, 0], static (ref r) => r.ReadDuration());
        Overflows([.. BitConverter.GetBytes(long.MaxValue), 0, 0, 0, 0], static (ref r) => r.ReadSystemTime());
        Overflows([.. BitConverter.GetBytes(long.MinValue), 0, 0, 0, 0], static (ref r) => r.ReadSystemTime());
    }

    [Fact]
    public void The_last_year_is_9999()
    {
        const long end = 253_402_300_800;
        Overflows([.. BitConverter.GetBytes(end), 0, 0, 0, 0], static (ref r) => r.ReadSystemTime());
        var last = new WireReader([.. BitConverter.GetBytes(end - 1), .. BitConverter.GetBytes(999_999_999)]);
        Assert.Equal(DateTimeOffset.MaxValue, last.ReadSystemTime());
        Overflows([.. BitConverter.GetBytes(-62_135_596_801), .. BitConverter.GetBytes(999_999_999)], static (ref r) => r.ReadSystemTime());
        var first = new WireReader([.. BitConverter.GetBytes(-62_135_596_800), 0, 0, 0, 0]);
        Assert.Equal(DateTimeOffset.MinValue, first.ReadSystemTime());
    }

    [Fact]
    public void What_is_below_100_nanoseconds_is_cut_off()
    {
        var reader = new WireReader([.. new byte[8], 199, 0, 0, 0]);
        Assert.Equal(new TimeSpan(1), reader.ReadDuration());
        var before1970 = new WireReader([.. BitConverter.GetBytes(-1L), .. BitConverter.GetBytes(999_999_999)]);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddTicks(-1), before1970.ReadSystemTime());
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        var deepest = Enumerable.Repeat((byte)1, 127).Append((byte)0).ToArray();
        var reader = new WireReader(deepest);
        Assert.Equal(128, Nested(ref reader));
        Refused([1, .. deepest], static (ref r) => Nested(ref r));
        Refused(Enumerable.Repeat((byte)1, 1_000_000).ToArray(), static (ref r) => Nested(ref r));
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        var writer = new WireWriter(stackalloc byte[256], "value");
        writer.WriteText("Zoë");
        writer.WriteBlockList<int>([1, 2, 3]);
        writer.WriteDuration(TimeSpan.MaxValue);
        writer.WriteSocketAddr(new System.Net.IPEndPoint(System.Net.IPAddress.IPv6Loopback, 80));
        var bytes = writer.Bytes.ToArray();
        for (var length = 0; length < bytes.Length; length++)
            Refused(bytes[..length], All);
        var whole = new WireReader(bytes);
        All(ref whole);
        whole.End();

        static object All(ref WireReader r) =>
            (r.ReadText(), r.ReadBlockList<int>(), r.ReadDuration(), r.ReadSocketAddr());
    }

    /// <summary>Thousands of random buffers; FERROBIND_FUZZ_CASES says how many.</summary>
    [Fact]
    public void Random_bytes_are_read_or_refused()
    {
        var cases = int.TryParse(Environment.GetEnvironmentVariable("FERROBIND_FUZZ_CASES"), CultureInfo.InvariantCulture, out var given)
            ? given
            : 20_000;
        var random = new Random(20260101);
        var buffer = new byte[256];
        var (read, refused) = (0, 0);
        for (var i = 0; i < cases; i++)
        {
            var bytes = buffer.AsSpan(0, random.Next(buffer.Length));
            random.NextBytes(bytes);
            // Small numbers are what counts and tags are made of.
            for (var n = random.Next(bytes.Length + 1); n > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(3);
            var reader = new WireReader(bytes);
            try
            {
                for (var n = 0; n < 6; n++)
                    Readers[random.Next(Readers.Length)](ref reader);
                reader.End();
                read++;
            }
            catch (Exception e) when (e is InvalidDataException or OverflowException)
            {
                refused++;
            }
        }

        Assert.Equal(cases, read + refused);
    }

    private static void Refused(byte[] bytes, Read read) => Assert.Throws<InvalidDataException>(() =>
    {
        var reader = new WireReader(bytes);
        read(ref reader);
        reader.End();
    });

    private static void Overflows(byte[] bytes, Read read) => Assert.Throws<OverflowException>(() =>
    {
        var reader = new WireReader(bytes);
        read(ref reader);
    });

    // As the code of a type that contains itself.
    private static int Nested(ref WireReader reader)
    {
        reader.Enter();
        var depth = reader.ReadBool() ? 1 + Nested(ref reader) : 1;
        reader.Leave();
        return depth;
    }

    private static string[] Texts(ref WireReader reader)
    {
        var texts = new string[reader.ReadCount(4)];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = reader.ReadText();
        return texts;
    }
}
