using System.Text;
using Values;

namespace Behaviour;

/// <summary>Containers, and what is nested in them.</summary>
internal static class ValueContainerCases
{
    public static readonly Case[] All =
    [
        new("values/lists", () =>
        {
            Check.Same<string>(Collections.EchoTexts(["a", "", "ü😀"]), ["a", "", "ü😀"]);
            Alike(Collections.EchoLists([[1, uint.MaxValue], [], [3]]), (uint[][])[[1, uint.MaxValue], [], [3]]);
            Alike(Collections.EchoBytes([[], [0, 255]]), (byte[][])[[], [0, 255]]);
            Check.Same<bool?>(Collections.EchoFlags([true, null, false]), [true, null, false]);
            Alike(Collections.EchoLetters([[new('a'), new(0x1F600)], []]), (Rune[][])[[new('a'), new(0x1F600)], []]);
            Check.Same<short>(Collections.EchoDeque([short.MinValue, 0, short.MaxValue]), [short.MinValue, 0, short.MaxValue]);
            Check.Same<string>(Collections.EchoDequeOfTexts(["x", ""]), ["x", ""]);
            Check.Same<string>(Collections.EchoBoxedSlice(["x", ""]), ["x", ""]);
            Check.Equal(Collections.EchoUnits([default, default, default]).Length, 3);
        }),
        new("values/lists-empty", () =>
        {
            Check.Equal(Collections.EchoTexts([]).Length, 0);
            Check.Equal(Collections.EchoTexts(default).Length, 0);
            Check.Equal(Collections.EchoLists([]).Length, 0);
            Check.Equal(Collections.EchoDeque([]).Length, 0);
            Check.Equal(Collections.EchoUnits([]).Length, 0);
            Check.Equal(Records.EchoQuads([]).Length, 0);
            Check.Equal(Collections.Numbers(0).Length, 0);
        }),
        new("values/arrays", () =>
        {
            Check.Same<byte>(Collections.EchoArray([1, 2, 3, 255]), [1, 2, 3, 255]);
            Check.Same<string>(Collections.EchoArrayOfTexts(["a", "ü"]), ["a", "ü"]);
            Alike(Collections.EchoArrays([[1, 2, 3], [0.1f, 0, -1]]), (float[][])[[1, 2, 3], [0.1f, 0, -1]]);
            Check.Equal(Collections.EchoEmptyArray([]).Length, 0);
            ValueCases.Refused("value", () => Collections.EchoArray([1, 2, 3]));
            ValueCases.Refused("value", () => Collections.EchoArrays([[1, 2]]));
            ValueCases.Refused("value", () => Collections.EchoEmptyArray([1]));
        }),
        // A Rune is always a letter that Rust has: what is refused is no letter at all.
        new("values/letters-that-are-none", () => ValueCases.Refused("value", () => Collections.EchoLetters([null!]))),
        new("values/texts-that-are-none", () =>
        {
            ValueCases.Refused("value", () => Collections.EchoTexts(["ok", "\ud800"]));
            ValueCases.Refused("value", () => Collections.EchoTexts(["ok", null!]));
            ValueCases.Refused("person", () => Records.Greeting(new Person("\udc00", null, [], "")));
            ValueCases.Refused("parts", () => Collections.Join(["\ud800"], ","));
            ValueCases.Refused("separator", () => Collections.Join(["a"], [0xFF]));
        }),
        new("values/texts-borrowed", () =>
        {
            Check.Equal(Collections.Join(["a", "", "ü"], ", "), "a, , ü");
            Check.Equal(Collections.Join(["a", "ü"], ", "u8), "a, ü");
            Check.Equal(Collections.Join([], ", "), "");
            Check.Same<string>(Collections.Split("a,,ü", ","), ["a", "", "ü"]);
            Check.Same<string>(Collections.Split("a,,ü"u8, ","u8), ["a", "", "ü"]);
            Check.Same<string>(Collections.Cows("ü"), ["ü", "Ü"]);
            Check.Same<string>(Collections.Cows("ü"u8), ["ü", "Ü"]);
            Check.Equal(Collections.Total(["a", "ü", ""]), (nuint)3);
            Check.Equal(Collections.Total([]), (nuint)0);
        }),
        new("values/maps", () =>
        {
            Dictionary<string, ulong> numbers = new() { [""] = 0, ["ü"] = ulong.MaxValue };
            Alike(Collections.EchoMap(numbers), numbers);
            Check.Equal(Collections.EchoMap([]).Count, 0);
            Dictionary<uint, string[]> lists = new() { [1] = ["a"], [2] = [] };
            Alike(Collections.EchoMapOfLists(lists), lists);
            Dictionary<string, Person> people = new() { ["ada"] = ValueCases.Ada() };
            Alike(Collections.EchoMapOfRecords(people), people);
            Check.Equal(Collections.Sum(new() { ["a"] = 1, ["b"] = 41 }), 42ul);
            Check.Equal(Collections.Sum([]), 0ul);
            ValueCases.Refused("value", () => Collections.EchoMap(null!));
        }),
        new("values/maps-by-other-keys", () =>
        {
            Dictionary<Color, byte> colors = new() { [Color.Red] = 1, [Color.Blue] = 255 };
            Alike(Collections.EchoMapByColor(colors), colors);
            ValueCases.Refused("value", () => Collections.EchoMapByColor(new() { [(Color)9] = 1 }));
            Dictionary<Rune, bool> letters = new() { [new('a')] = true, [new(0x1F600)] = false };
            Alike(Collections.EchoMapByLetter(letters), letters);
            Check.Same<((byte, byte), string)>(Collections.EchoMapByPair([((1, 2), "x")]), [((1, 2), "x")]);
        }),
        new("values/sorted-maps-keep-order", () =>
        {
            OrderedDictionary<string, int> unsorted = new() { ["b"] = 2, ["ü"] = -4, [""] = 0, ["a"] = 1 };
            OrderedDictionary<string, int> sorted = new() { [""] = 0, ["a"] = 1, ["b"] = 2, ["ü"] = -4 };
            Alike(Collections.EchoSortedMap(unsorted), sorted);
            Check.Same<string>(Collections.Keys(unsorted), ["", "a", "b", "ü"]);
            OrderedDictionary<long, Point> points = new() { [5] = new(1, 0), [long.MinValue] = default };
            Alike(Collections.EchoSortedByNumber(points), new OrderedDictionary<long, Point> { [long.MinValue] = default, [5] = new(1, 0) });
        }),
        new("values/maps-of-maps", () =>
        {
            OrderedDictionary<string, OrderedDictionary<string, byte>> maps = new() { ["a"] = new() { ["x"] = 1, ["y"] = 2 }, ["b"] = [] };
            Alike(Collections.EchoMapOfMaps(maps), maps);
        }),
        new("values/sets", () =>
        {
            HashSet<string> texts = ["a", "", "ü"];
            Alike(Collections.EchoSet(texts), texts);
            HashSet<int> numbers = [int.MinValue, 0, int.MaxValue];
            Alike(Collections.EchoSetOfNumbers(numbers), numbers);
            Check.Same<ushort>(Collections.EchoSortedSet([3, 1, 65535]), [1, 3, 65535]);
            Alike(Collections.EchoSetOfLists([[1], [], [0, 255]]).OrderBy(list => list.Length).ToArray(), (byte[][])[[], [1], [0, 255]]);
        }),
        new("values/shared", () =>
        {
            Check.Equal(Collections.EchoShared(ValueCases.Ada()), ValueCases.Ada());
            Check.Same<string>(Collections.EchoAtomic(["a", ""]), ["a", ""]);
        }),
        new("values/options", () =>
        {
            Check.Equal(Nested.EchoOptionOfRecord(ValueCases.Ada()), ValueCases.Ada());
            Check.Equal(Nested.EchoOptionOfRecord(null), null);
            Check.Equal(Nested.EchoOptionOfPlain(new Point(1, 2)), new Point(1, 2));
            Check.Equal(Nested.EchoOptionOfPlain(null), null);
            Check.Equal(Nested.EchoOptionOfEnum(Color.Blue), Color.Blue);
            Check.Equal(Nested.EchoOptionOfEnum(null), null);
            Check.Equal(Nested.EchoOptionOfTuple(("x", 5)), ("x", 5u));
            Check.Equal(Nested.EchoOptionOfTuple(null), null);
            Check.That(Nested.EchoOptionOfUnit(default(RustUnit)) is not null);
            Check.That(Nested.EchoOptionOfUnit(null) is null);
        }),
        new("values/options-in-options", () =>
        {
            Check.That(!Nested.EchoOptionOption(default).IsSome);
            var inner = Nested.EchoOptionOption(new RustOption<byte?>(null));
            Check.That(inner.IsSome && inner.Value is null);
            Check.Equal(Nested.EchoOptionOption(new RustOption<byte?>(0)).Value, (byte)0);
            Alike(Nested.EchoOptionOfList(["x", null]), (string?[])["x", null]);
            Alike(Nested.EchoOptionOfList([]), (string?[])[]);
            Check.That(Nested.EchoOptionOfList(null) is null);
        }),
        new("values/nested", () =>
        {
            Dictionary<string, Shape?> options = new() { ["none"] = null, ["some"] = new Shape.Circle(1) };
            Alike(Nested.EchoMapOfOptions(options), options);
            Dictionary<string, (byte, RustResult<Shape, string>)?[]>[] deep =
            [
                [],
                new() { ["a"] = [null, (1, RustResult<Shape, string>.Ok(new Shape.Label("x", default)))], ["b"] = [] },
                new() { [""] = [(2, RustResult<Shape, string>.Err("wrong"))] },
            ];
            Alike(Nested.EchoDeep(deep), deep);
        }),
        new("values/large", () =>
        {
            var texts = Collections.Numbers(100_000);
            Check.Equal((texts.Length, texts[99_999]), (100_000, "99999"));
            Check.Same<string>(Collections.EchoTexts(texts), texts);
            Check.Equal(Collections.Total(texts), (nuint)488_890);
            var points = Enumerable.Range(0, 100_000).Select(i => new Point(i, 0)).ToArray();
            Check.Same<Point>(Records.EchoPoints(points), points);
            var numbers = Enumerable.Range(0, 10_000).ToDictionary(i => $"{i}", i => (ulong)i);
            Alike(Collections.EchoMap(numbers), numbers);
            Check.Equal(Collections.Sum(numbers), 49_995_000ul);
        }),
        new("values/no-growth", () =>
        {
            var team = new Team(ValueCases.Ada(), [new Person(new string('x', 4000), null, [], "")], []);
            Check.Grows(5000, 8000, () => Records.EchoTeam(team));
            Check.Grows(5000, 4000, () => ValueCases.Refused("value", () => Collections.EchoTexts([new string('y', 4000), "\ud800"])));
        }),
        new("values/at-once", () => Check.AtOnce(8, number =>
        {
            string[] texts = [$"{number}", new string('z', number * 100)];
            for (var i = 0; i < 500; i++)
            {
                Check.Same<string>(Collections.EchoTexts(texts), texts);
                Check.That(!Failures.TryRead((byte)(number + 3), out _, out var error) && error == new ReadError.Invalid(new string('x', number + 3)));
            }
        })),
    ];

    private static void Alike(object? got, object? want) => Check.That(Deep.Same(got, want), "they are the same");
}
