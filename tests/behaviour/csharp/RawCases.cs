using System.Text;
using HelloC;

namespace Behaviour;

/// <summary>hello-c: a crate that speaks C.</summary>
internal static unsafe class RawCases
{
    public static readonly Case[] All =
    [
        new("raw/text", () =>
        {
            HelloCLib.Hello("text from the behaviour tests: ünïcödé");
            HelloCLib.Whisper($"a low voice: {HelloCLib.LinkMode}");
        }),
        new("raw/pointer", () =>
        {
            fixed (byte* name = "a pointer from the behaviour tests"u8) // a literal has a NUL behind it
                HelloCLib.UnsafeHello(name);
            fixed (byte* message = "low pointer"u8)
                HelloCLib.UnsafeWhisper(message);
        }),
        new("raw/characters", () =>
        {
            Check.Equal(HelloCLib.HelloCharacters("aé€😀"), 4L);
            Check.Equal(HelloCLib.HelloCharacters(""), 0L);
            fixed (byte* text = "aé€😀\0rest"u8)
                Check.Equal(HelloCLib.UnsafeHelloCharacters(text), 4L);
        }),
        new("raw/text-sizes", () =>
        {
            foreach (var size in Check.Sizes)
            {
                Check.Equal(HelloCLib.HelloCharacters(new string('z', size)), (long)size);
                Check.Equal(HelloCLib.HelloCharacters(new string('é', size / 2)), (long)size / 2);
            }
        }),
        new("raw/nul-inside", () =>
        {
            foreach (var text in (string[])["\0", "a\0", "\0a", new string('x', 1000) + "\0"])
                Check.Refused("string", () => HelloCLib.HelloCharacters(text));
            Check.Refused("string", () => HelloCLib.HelloCharacters("\ud800"));
            Check.Equal(Check.Throws<ArgumentNullException>(() => HelloCLib.Hello(null!)).ParamName, "name");
        }),
        new("raw/not-utf8", () =>
        {
            // What C functions take has no encoding: this one looks for itself.
            fixed (byte* text = (byte[])[0xFF, 0])
                Check.Equal(HelloCLib.UnsafeHelloCharacters(text), -1L);
        }),
        new("raw/numbers", () =>
        {
            Check.Equal(HelloCLib.HelloAdd(2, 3), 5);
            Check.Equal(HelloCLib.HelloAdd(int.MaxValue, 1), int.MinValue);
        }),
        new("raw/returned-pointer", () =>
        {
            var version = HelloCLib.UnsafeHelloVersion();
            var length = 0;
            while (version[length] != 0)
                length++;
            Check.Equal(Encoding.UTF8.GetString(version, length), "0.1.0");
        }),
    ];
}
