using System.Text;
using Generics;

namespace Behaviour;

/// <summary>Generic types: what their parameters are, and which of their impls is whose.</summary>
internal static class GenericCases
{
    public static readonly Case[] All =
    [
        new("generics/const-parameters", () =>
        {
            using var small = GenericsLib.Small();
            using var large = GenericsLib.Large();
            Check.Same<nuint>([small.Capacity(), large.Capacity()], [2, 3]);
            for (byte i = 0; i < 4; i++)
            {
                small.Push(i);
                large.Push(i);
            }

            Check.Same<byte>(small.Items(), [2, 3]);
            Check.Same<byte>(large.Items(), [3, 1, 2]);
        }),
        new("generics/const-parameters-of-self", () =>
        {
            using var one = GenericsLib.Small();
            using var two = GenericsLib.Small();
            one.Push(9);
            two.CopyFrom(one);
            Check.Same<byte>(two.Items(), [9, 0]);
        }),
        new("generics/default-parameters", () =>
        {
            Check.Equal(GenericsLib.Plain(), new BothU32(1, 2));
            Check.Equal(GenericsLib.Spelt(GenericsLib.Plain()), 12u);
            Check.Equal(GenericsLib.Mixed(), new BothU32String(3, "x"));
        }),
        new("generics/nested-patterns", () =>
        {
            using var list = GenericsLib.Wrapped();
            using var pair = GenericsLib.Paired();
            using var single = GenericsLib.Byte();
            Check.Equal(list.Show(), "[1, 2]");
            Check.Equal(pair.Second(), (byte)2);
            Check.Equal(single.Byte(), (byte)7);
        }),
        new("generics/iterator-made", () =>
        {
            Check.Same<uint>(GenericsLib.NewCount(37).ToArray(), [38, 39, 40]);
            Check.Same<uint>(GenericsLib.CountBelow(38)!.ToArray(), [39, 40]);
            Check.Equal(GenericsLib.CountBelow(40), null);
        }),
        new("generics/writers", () =>
        {
            var lines = new Lines("> "u8);
            lines.Line("one");
            lines.Line("two");
            var (count, data) = lines.Finish();
            Check.Equal(count, (nuint)2);
            Check.Same<byte>(data, "> one\ntwo\n"u8);
            Check.Same<byte>(GenericsLib.Greet([], "you"), "hello you"u8);
        }),
        new("generics/readers", () =>
        {
            using var sums = new Sums([.. "1 2 3\n40 2\n"u8]);
            Check.Equal(sums.NextSum(), 6ul);
            Check.Equal(sums.NextSum(), 42ul);
            Check.Equal(sums.NextSum(), null);
        }),
        new("generics/told-by-impls", () =>
        {
            using var text = ToldString.OfText("ab");
            using var number = ToldU8.OfByte(200);
            Check.Equal(text.Doubled(), "abab");
            Check.Equal(number.Twice(), (ushort)400);
        }),
        new("generics/any-value", () =>
        {
            Check.Same<nuint>(GenericsLib.FirstPlaces(["a", "b", "a"]), [0, 1, 0]);
            Check.Equal(GenericsLib.Larger("a", "b"), "b");
            Check.Equal(GenericsLib.Common(["a", "b", "c"], ["a", "b", "d"], 3), (nuint)2);
        }),
        new("generics/aliases", () =>
        {
            using var whole = new WholePart(7, 2);
            using var part = new AnyPart(7, 2);
            Check.Equal(whole.Value(), 3L);
            Check.Equal(part.Value(), 3.5);
        }),
        new("generics/static-of-a-handle", () =>
        {
            for (var i = 0; i < 3; i++)
            {
                using var only = GenericsLib.TheFixed();
                Check.Equal(only.Text(), "for ever");
            }
        }),
        new("generics/by-default", () =>
        {
            using var one = GenericsLib.PoolOf([1, 2]);
            using var two = GenericsLib.PoolOf([2, 3]);
            using var both = one & two;
            Check.Same<uint>(both.Values(), [2]);
            one.Absorb(two);
            Check.Same<uint>(one.Values(), [1, 2, 2, 3]);
            Check.Equal(two.Values().Length, 0);
        }),
        new("generics/none-of-what-cannot-be-had", () => Check.Equal(GenericsLib.KeyOf(null), null)),
        new("generics/lent-writers", () =>
        {
            var written = "hello, "u8.ToArray();
            Check.Equal(GenericsLib.Sign("Zoë", ref written), (nuint)4);
            Check.Equal(Encoding.UTF8.GetString(written), "hello, yours, Zoë");
            written = [];
            GenericsLib.SignTo("A", ref written);
            Check.Equal(Encoding.UTF8.GetString(written), "yours, A");
        }),
        new("generics/said-by-the-result-alone", () => Check.Equal(GenericsLib.Nothing(), "")),
        new("generics/text-writers", () =>
        {
            var text = "look: ";
            GenericsLib.Announce(ref text, "ö");
            Check.Equal(text, "look: here is ö");
        }),
        new("generics/argument-of-a-trait", () =>
        {
            using var pool = GenericsLib.PoolOf([1, 2]);
            Check.That(pool.Has(2) && !pool.Has(3));
        }),
        new("generics/of-anything", () =>
        {
            using var pile = new Pile();
            Check.Equal(pile.Top(), null);
            pile.Put("a");
            pile.Put("b");
            Check.Equal(pile.Top(), "b");
        }),
        new("generics/for-ever-of-all-kinds", () =>
        {
            static Cipher Make(string letters, string name, params uint[] steps)
            {
                using var alphabet = new Alphabet(letters);
                return new Cipher(alphabet, name, steps);
            }

            using var one = Make("abcé", "first", 0, 3);
            using var two = Make("abcé", "first", 0, 3);
            using var other = Make("abcd", "first", 0, 3);
            Check.Equal((one.Name(), one.Spell(), other.Spell()), ("first", "aé", "ad"));
            // What is equal is there once; and the alphabets that were given are closed.
            Check.That(one.IsBeside(two) && !one.IsBeside(other));
        }),
        new("generics/of-all-bounds", () =>
        {
            Check.Equal(GenericsLib.Counted(1ul << 40, new Format("B")), "1099511627776 B");
            Check.Equal(GenericsLib.Measured(-2.5, new Format("m")), "-2.5 m");
        }),
        new("generics/for-ever", () =>
        {
            var course = new Course("up", 3);
            using var one = new Walk(course);
            using var two = new Walk(course);
            using var other = new Walk(new("up", 4));
            one.Go();
            Check.Equal((one.Go(), two.Go(), other.Go()), (6u, 3u, 4u));
            // The same value is there once.
            Check.That(one.IsBeside(two) && !one.IsBeside(other));
            Check.Equal(one.Course(), course);
        }),
        new("generics/owned-form", () => Check.Equal(GenericsLib.Loudly("ä"), "Ä")),
        new("generics/default-without-a-name", () =>
        {
            using var keyed = new KeyedI64(3);
            Check.Equal(keyed.Sum(), 10L);
            keyed.WriteByte(1, 2);
            Check.Equal(keyed.Sum(), 10L);
        }),
        new("generics/error-without-message", () =>
        {
            Check.Equal(GenericsLib.OnlyBelow("below/it").Value, 1u);
            Check.Equal(GenericsLib.OnlyBelow("above").IsOk, false);
        }),
    ];
}
