using Basics;
using Crc32fast;
using HelloC;
using Hex;
using Memchr;
using PercentEncoding;
using Second;
using ShellWords;
using Strsim;
using Urlencoding;

namespace Behaviour;

/// <summary>Crates of a registry, unmodified, and several libraries in one program.</summary>
internal static class CrateCases
{
    public static readonly Case[] All =
    [
        new("crates/strsim", () =>
        {
            Check.Equal(StrsimLib.Levenshtein("kitten", "sitting"), 3u);
            Check.Equal(StrsimLib.OsaDistance("ab", "bca"), 3u);
            Check.Equal(StrsimLib.DamerauLevenshtein("ab", "bca"), 2u);
            Check.Equal(StrsimLib.NormalizedLevenshtein("", ""), 1.0);
            Check.Equal(Math.Round(StrsimLib.JaroWinkler("cheeseburger", "cheese fries"), 3), 0.867);
            Check.Equal(StrsimLib.SorensenDice("french", "quebec"), 0.0);
            Check.Equal(StrsimLib.Levenshtein("öঙ香", "abc"), 3u);
        }),
        new("crates/strsim-error", () =>
        {
            Check.Equal(StrsimLib.Hamming("hamming", "hammers"), 3u);
            Check.Equal(
                Check.Throws<StrSimException>(() => StrsimLib.Hamming("ham", "hamming")).Message, "Differing length arguments provided");
            Check.Refused("a", () => StrsimLib.Hamming([0xFF], []));
        }),
        new("crates/hex", () =>
        {
            Check.Equal(HexLib.Encode([.. "kiwi"u8, 0xFF]), "6b697769ff");
            Check.Equal(HexLib.EncodeUpper([.. "kiwi"u8, 0xFF]), "6B697769FF");
            Check.Equal(HexLib.Encode([]), "");
            Check.Same<byte>(HexLib.Decode("6B697769"u8), "kiwi"u8);
            Check.Equal(HexLib.Encode(new byte[100_000]).Length, 200_000);
        }),
        new("crates/hex-error", () =>
        {
            Check.Equal(Check.Throws<FromHexException>(() => HexLib.Decode("123"u8)).Message, "Odd number of digits");
            Check.Equal(
                Check.Throws<FromHexException>(() => HexLib.Decode("foo!"u8)).Message, "Invalid character 'o' at position 1");
        }),
        new("crates/hex-in-place", () =>
        {
            var data = new byte[4];
            HexLib.DecodeToSlice("6b697769"u8, data);
            Check.Same<byte>(data, "kiwi"u8);
            Check.Equal(Check.Throws<FromHexException>(() => HexLib.DecodeToSlice("6b"u8, data)).Message, "Invalid string length");
            var text = new byte[8];
            HexLib.EncodeToSlice("kiwi"u8, text);
            Check.Same<byte>(text, "6b697769"u8);
            Check.Refused("output", () => HexLib.EncodeToSlice(text.AsSpan(0, 4), text));
        }),
        new("crates/percent-encoding", () =>
        {
            Check.Equal(PercentEncodingLib.PercentEncodeByte((byte)' '), "%20");
            Check.Equal(PercentEncodingLib.PercentEncodeByte(255), "%FF");
        }),
        new("crates/memchr", () =>
        {
            Check.Equal(MemchrLib.Memchr((byte)'o', "hello, foo"u8), (nuint)4);
            Check.Equal(MemchrLib.Memrchr((byte)'o', "hello, foo"u8), (nuint)9);
            Check.Equal(MemchrLib.Memchr2((byte)'l', (byte)'o', "hello"u8), (nuint)2);
            Check.Equal(MemchrLib.Memchr3((byte)'x', (byte)'y', (byte)'z', "hello"u8), null);
            Check.Equal(Memmem.Find("hello, foo"u8, "foo"u8), (nuint)7);
            Check.Equal(Memmem.Rfind("hello"u8, "foo"u8), null);
            Check.That(ArchAll.IsPrefix("hello"u8, "he"u8));
            Check.Equal(MemchrLib.Memchr(0, []), null);
        }),
        new("crates/urlencoding", () =>
        {
            Check.Equal(UrlencodingLib.Encode("a b&ü"), "a%20b%26%C3%BC");
            Check.Equal(UrlencodingLib.Encode("plain"), "plain");
            Check.Equal(UrlencodingLib.Decode("a%20b%26%C3%BC"), "a b&ü");
            Check.Same<byte>(UrlencodingLib.DecodeBinary("%ff%00x"u8), [0xFF, 0, (byte)'x']);
            Check.Equal(UrlencodingLib.EncodeBinary([0xFF, (byte)'x']), "%FFx");
        }),
        new("crates/urlencoding-error", () => Check.Equal(
            Check.Throws<FromUtf8Exception>(() => UrlencodingLib.Decode("%ff")).Message,
            "invalid utf-8 sequence of 1 bytes from index 0")),
        new("crates/crc32fast", () =>
        {
            Check.Equal(Crc32fastLib.Hash("123456789"u8), 0xCBF43926u);
            Check.Equal(Crc32fastLib.Hash([]), 0u);
        }),
        new("crates/shell-words", () =>
        {
            Check.Equal(ShellWordsLib.Quote("plain"), "plain");
            Check.Equal(ShellWordsLib.Quote("it's here"), "'it'\\''s here'");
            Check.Equal(ShellWordsLib.Quote(""), "''");
        }),
        new("crates/one-link-mode", () =>
        {
            string[] modes =
            [
                Crc32fastLib.LinkMode, HelloCLib.LinkMode, HexLib.LinkMode, MemchrLib.LinkMode, PercentEncodingLib.LinkMode,
                SecondLib.LinkMode, ShellWordsLib.LinkMode, StrsimLib.LinkMode, UrlencodingLib.LinkMode,
            ];
            foreach (var mode in modes)
                Check.Equal(mode, BasicsLib.LinkMode);
        }),
        new("crates/same-names", () =>
        {
            Check.Equal(BasicsLib.Add(1, 2), 3L);
            Check.Equal(SecondLib.Add(1, 2), 4L);
        }),
        new("crates/own-statics", () =>
        {
            var first = SecondLib.Count();
            Check.Equal(SecondLib.Count(), first + 1);
        }),
        new("crates/panics-alternately", () =>
        {
            for (var i = 0; i < 100; i++)
            {
                Check.Equal(Check.Panics(() => Basics.Misuse.PanicWith("first")).Message, "first");
                var panic = Check.Throws<Second.RustPanicException>(() => Second.Misuse.PanicWith("x"));
                Check.Equal(panic.Message, "second: x");
                Check.That(panic.RustLocation!.Contains("src/lib.rs:", StringComparison.Ordinal), panic.RustLocation!);
            }
        }),
        new("crates/panics-at-once", () => Check.AtOnce(8, number =>
        {
            for (var i = 0; i < 200; i++)
            {
                if (number % 2 == 0)
                    Check.Equal(Check.Panics(() => Basics.Misuse.PanicWith("even")).Message, "even");
                else
                    Check.Equal(Check.Throws<Second.RustPanicException>(() => Second.Misuse.PanicWith("odd")).Message, "second: odd");
            }
        })),
    ];
}
