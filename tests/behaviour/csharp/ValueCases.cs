using System.Text;
using Values;

namespace Behaviour;

/// <summary>Records and enums, and what can be called on them.</summary>
internal static class ValueCases
{
    public static readonly Case[] All =
    [
        new("values/plain-records", () =>
        {
            var point = new Point(-0.5, double.PositiveInfinity);
            Check.Equal(Records.EchoPoint(point), point);
            var segment = new Segment(point, new Point(1, double.Epsilon));
            Check.Equal(Records.EchoSegment(segment), segment);
            Check.Equal(Records.Length(new Point(3, -4)), 5.0);
            var nan = Records.EchoPoint(new Point(BitConverter.UInt64BitsToDouble(0x7FF8000000001234), 0));
            Check.Equal(BitConverter.DoubleToUInt64Bits(nan.X), 0x7FF8000000001234ul);
        }),
        new("values/plain-records-in-c-layout", () =>
        {
            var quad = new Quad(1, -2, 3.5, double.MaxValue);
            Check.Equal(Records.EchoQuad(quad), quad);
            foreach (var mixed in (Mixed[])[
                default, new(255, long.MinValue, true, new Rune(0x10FFFF), short.MinValue), new(1, long.MaxValue, false, new Rune(0xD7FF), short.MaxValue)])
            {
                Check.Equal(Records.EchoMixed(mixed), mixed);
            }
        }),
        new("values/tuple-structs", () =>
        {
            Check.Equal(Records.EchoMeters(new Meters(1.5)), new Meters(1.5));
            Check.Equal(Records.EchoPixel(new Pixel(65535, 1)), new Pixel(65535, 1));
            Check.Equal(Records.EchoMarker(default), new Marker());
        }),
        new("values/records", () =>
        {
            Check.Equal(Records.EchoPerson(Ada()), Ada());
            var address = new Address("Straße", "1\0", "", "東京", "😀");
            Check.Equal(Records.EchoAddress(address), address);
            Check.Equal(Records.Greeting(Ada()), "Hello Ada ü!");
            Check.Equal(Records.EchoPerson(new Person("", null, [], "")), new Person("", null, [], ""));
            var large = new Person(new string('n', 100_000), null, [new string('ü', 50_000)], "");
            Check.Equal(Records.EchoPerson(large), large);
            Refused("value", () => Records.EchoPerson(null!));
            Refused("value", () => Records.EchoPerson(new Person(null!, null, [], "")));
            Refused("value", () => Records.EchoPerson(new Person("", null, [null!], "")));
        }),
        new("values/records-of-records", () =>
        {
            var team = new Team(Ada(), [new Person("Bob", null, [], ""), Ada()], new() { ["Ada"] = new(1, 2), [""] = new(-1, 0) });
            Check.Equal(Records.EchoTeam(team), team);
            Check.Same<Person>(Records.EchoPeople(team.Members), team.Members);
            Point[] points = [new(1, 0), new(0, 2), new(3, 4)];
            Check.Same<Point>(Records.EchoPoints(points), points);
            Check.Equal(Records.SumPoints(points), new Point(4, 6));
            Check.Equal(Records.SumPoints([]), default);
        }),
        new("values/boxed", () => Check.Equal(Records.EchoBoxed(Ada()), Ada())),
        new("values/enums", () =>
        {
            foreach (var color in Enum.GetValues<Color>())
                Check.Equal(Enums.EchoColor(color), color);
            Check.Equal(Enums.EchoOnly(Only.One), Only.One);
            Check.Same<Color>(Enums.EchoColors([Color.Blue, Color.Red, Color.Blue]), [Color.Blue, Color.Red, Color.Blue]);
            Check.Equal(Color.Green.ToString(), "Green");
        }),
        new("values/enums-with-discriminants", () =>
        {
            Check.Same<int>([(int)Level.Low, (int)Level.Middle, (int)Level.AboveMiddle, (int)Level.High], [-10, 0, 1, 1000]);
            foreach (var level in Enum.GetValues<Level>())
                Check.Equal(Enums.EchoLevel(level), level);
        }),
        new("values/enums-every-repr", () =>
        {
            Check.That((sbyte)InI8.Least == sbyte.MinValue && (sbyte)InI8.Greatest == sbyte.MaxValue);
            Check.That((ulong)InU64.Least == 0 && (ulong)InU64.Greatest == ulong.MaxValue);
            Check.Equal(Enums.EchoInI8(InI8.Least), InI8.Least);
            Check.Equal(Enums.EchoInI8(InI8.Greatest), InI8.Greatest);
            Check.Equal(Enums.EchoInU8(InU8.Least), InU8.Least);
            Check.Equal(Enums.EchoInU8(InU8.Greatest), InU8.Greatest);
            Check.Equal(Enums.EchoInI16(InI16.Least), InI16.Least);
            Check.Equal(Enums.EchoInI16(InI16.Greatest), InI16.Greatest);
            Check.Equal(Enums.EchoInU16(InU16.Least), InU16.Least);
            Check.Equal(Enums.EchoInU16(InU16.Greatest), InU16.Greatest);
            Check.Equal(Enums.EchoInI32(InI32.Least), InI32.Least);
            Check.Equal(Enums.EchoInI32(InI32.Greatest), InI32.Greatest);
            Check.Equal(Enums.EchoInU32(InU32.Least), InU32.Least);
            Check.Equal(Enums.EchoInU32(InU32.Greatest), InU32.Greatest);
            Check.Equal(Enums.EchoInI64(InI64.Least), InI64.Least);
            Check.Equal(Enums.EchoInI64(InI64.Greatest), InI64.Greatest);
            Check.Equal(Enums.EchoInU64(InU64.Least), InU64.Least);
            Check.Equal(Enums.EchoInU64(InU64.Greatest), InU64.Greatest);
        }),
        new("values/enums-with-data", () =>
        {
            Shape[] shapes =
            [
                new Shape.Empty(), new Shape.Circle(2), new Shape.Rectangle(3, -4), new Shape.Polygon([(1, 2), (3, 4)]), new Shape.Polygon([]),
                new Shape.Label("ü", new Point(1, 0)),
            ];
            foreach (var shape in shapes)
            {
                Check.Equal(Enums.EchoShape(shape), shape);
                Check.Equal(Enums.EchoOptionalShape(shape), shape);
            }

            Check.Equal(Enums.EchoOptionalShape(null), null);
            Check.Same<Shape>(Enums.EchoShapes(shapes), shapes);
        }),
        new("values/enums-by-pattern", () => Check.Equal(
            Enums.EchoShape(new Shape.Rectangle(3, 4)) switch { Shape.Rectangle(var width, var height) => width * height, _ => 0 }, 12.0)),
        new("values/enums-with-hard-names", () =>
        {
            foreach (var awkward in (Awkward[])[new Awkward.Awkward2(), new Awkward.Equals2(1), new Awkward.String("x"), new Awkward.Value(2)])
                Check.Equal(Enums.EchoAwkward(awkward), awkward);
        }),
        new("values/enums-invalid", () =>
        {
            Refused("value", () => Enums.EchoColor((Color)3));
            Refused("value", () => Enums.EchoLevel((Level)(-9)));
            Refused("value", () => Enums.EchoInU64((InU64)1));
            Refused("value", () => Enums.EchoColors([Color.Red, (Color)3]));
            Refused("value", () => Enums.EchoShape(null!));
            Refused("value", () => Enums.EchoShapes([null!]));
        }),
        new("values/open-enums", () =>
        {
            Check.Equal(Enums.EchoGrowing(Growing.Yes), Growing.Yes);
            Check.Equal(Enums.EchoGrowing(Growing.No), Growing.No);
            Refused("value", () => Enums.EchoGrowing((Growing)2));
            Refused("value", () => Enums.EchoGrowing(Growing.Unknown));
            foreach (var e in (Event[])[new Event.Start(), new Event.Key("Enter")])
                Check.Equal(Enums.EchoEvent(e), e);
            foreach (var guess in (Guess[])[new Guess.Known(1), new Guess.Unknown2(2)])
                Check.Equal(Enums.EchoGuess(guess), guess);
            Refused("value", () => Enums.EchoGuess(new Guess.Unknown()));
            Refused("value", () => Enums.EchoEvent(new Event.Unknown()));
        }),
        new("values/recursive", () =>
        {
            var tree = new Tree(1, [new(2, []), new(3, [new(-4, [])])]);
            Check.Equal(Records.EchoTree(tree), tree);
            var chain = new Chain(1, new(2, new(255, null)));
            Check.Equal(Records.EchoChain(chain), chain);
            Expression expression = new Expression.Call(
                "f", [new Expression.Negative(new Expression.Name("x")), new Expression.Sum([new Expression.Number(long.MinValue)])]);
            Check.Equal(Enums.EchoExpression(expression), expression);
        }),
        new("values/recursive-arguments", () =>
        {
            var sum = new Expression.Sum([new Expression.Number(1), new Expression.Negative(new Expression.Number(5)), new Expression.Number(10)]);
            Check.Equal(Enums.Evaluate(sum), 6L);
            Check.Equal(Enums.Evaluate(new Expression.Name("x")), null);
            Check.Equal(Enums.Evaluate(new Expression.Negative(new Expression.Number(long.MinValue))), null);
            Check.Equal(Enums.Nest(2), new Expression.Negative(new Expression.Negative(new Expression.Number(1))));
        }),
        new("values/deep-nesting-is-an-error", () =>
        {
            Check.Equal(Enums.EchoExpression(Enums.Nest(100)), Enums.Nest(100));
            var expression = Enums.Nest(100);
            for (var i = 0; i < 100; i++)
                expression = new Expression.Negative(expression);
            Refused("value", () => Enums.EchoExpression(expression));
            try
            {
                Enums.Nest(10_000);
                Check.Fail("no error of a result that nests too deep");
            }
            catch (Exception e) when (e is not CheckFailedException)
            {
            }

            Tree[] loop = [new(0, [])];
            loop[0] = new Tree(0, loop);
            Refused("value", () => Records.EchoTree(loop[0]));
            Check.Equal(Records.EchoPoint(new Point(1, 0)), new Point(1, 0));
        }),
        new("values/in-place", () =>
        {
            var person = new Person("Ada", null, [], "");
            Check.Equal(Records.Birthday(ref person), 1u);
            Check.Equal(Records.Birthday(ref person), 2u);
            Check.Equal(person, new Person("Ada", 2, [], ""));
            var other = new Person("Bob", null, [], "b");
            Records.SwapNames(ref person, ref other);
            Check.Equal((person.Name, person.Age, other.Name, other.Type), ("Bob", 2u, "Ada", "b"));
            var text = "a";
            Records.Append(ref text, "ü");
            Records.Append(ref text, ""u8);
            Check.Equal(text, "aü");
            uint[] list = [1];
            Check.Equal(Records.Push(ref list, 7), (nuint)2);
            Check.Same<uint>(list, [1, 7]);
            uint[] none = [];
            Check.Equal(Records.Push(ref none, 1), (nuint)1);
            Check.Same<uint>(none, [1]);
            Refused("person", () =>
            {
                Person nobody = null!;
                Records.Birthday(ref nobody);
            });
        }),
        new("values/zero-copy-slices", () =>
        {
            Quad[] quads = [new(1, 2, 3, 4), new(10, 20, 30, 40)];
            Check.Equal(Records.SumQuads(quads), new Quad(11, 22, 33, 44));
            Check.Equal(Records.SumQuads([]), default);
            Records.ScaleQuads(quads.AsSpan(1), 0.5);
            Check.Same<Quad>(quads, [new(1, 2, 3, 4), new(5, 10, 15, 20)]);
            Records.ScaleQuads([], 2);
            Check.Same<Quad>(Records.EchoQuads(quads), quads);
        }),
        new("values/slices-of-checked-records", () =>
        {
            Check.Equal(Records.Letters([new(0, 0, false, new Rune('ü'), 0), new(0, 0, false, new Rune(0x1F600), 0)]), "ü😀");
            Check.Equal(Records.Letters([]), "");
        }),
        new("values/methods", () =>
        {
            var vector = Vector.Create(3, 4);
            Check.Equal(vector, new Vector(3, 4));
            Check.Equal(vector.Length(), 5.0);
            Check.Equal(vector.Scaled(2), new Vector(6, 8));
            var fifth = 1 / vector.Length();
            Check.Equal(vector.Unit(), new Vector(3 * fifth, 4 * fifth));
            Check.Equal(default(Vector).Unit(), null);
            Check.Equal(Vector.FromPolar(0, 2), new Vector(2, 0));
            Check.Equal(Counter.Create("steps").Describe(), "steps: 0");
            Check.Equal(Counter.Create("steps"u8).IntoName(), "steps");
        }),
        new("values/methods-in-place", () =>
        {
            var vector = new Vector(1, -2);
            vector.Scale(3);
            Check.Equal(vector, new Vector(3, -6));
            var counter = Counter.Create("steps");
            Check.Equal(counter.Increment(2), 2ul);
            Check.Equal(counter.Increment(3), 5ul);
            Check.Equal(counter, new Counter("steps", 5));
        }),
        new("values/methods-that-fail", () =>
        {
            var counter = new Counter("steps", 5);
            Check.Equal(counter.Decrement(2), 3ul);
            Check.Equal(counter.Count, 3ul);
            Check.Equal(Check.Throws<RustException>(() => counter.Decrement(4)).Message, "3 is less than 4");
            Check.That(!counter.TryDecrement(4, out var left) && left == 0);
            Check.That(counter.TryDecrement(1, out left) && left == 2);
            Check.Equal(counter.Count, 2ul);
        }),
        new("values/methods-of-enums", () =>
        {
            var on = Switch.Off;
            on.Toggle();
            Check.That(on == Switch.On && on.IsOn() && !Switch.Off.IsOn());
            Motion motion = new Motion.Moving(new Vector(3, 4));
            Check.Equal(motion.Speed(), 5.0);
            Motion.Stop(ref motion);
            Check.Equal(motion, new Motion.Rest());
            Check.Equal(motion.Speed(), 0.0);
        }),
        new("values/operators", () =>
        {
            Vector a = new(1, 2), b = new(10, 20);
            Check.Equal(a + b, new Vector(11, 22));
            Check.Equal(b - a, new Vector(9, 18));
            Check.Equal(a * 4, new Vector(4, 8));
            Check.Equal(-a, new Vector(-1, -2));
            Check.Equal(Switch.On.Not(), Switch.Off);
            Check.Equal((Switch.On.IntoU8(), Switch.Off.IntoU8()), ((byte)1, (byte)0));
        }),
        new("values/display", () =>
        {
            Check.Equal(new Vector(1.5, -2).ToString(), "(1.5, -2)");
            Check.Equal(Switch.On.ToDisplayString(), "on");
            Check.Equal(Switch.Off.ToDisplayString(), "off");
            Check.Equal(Denied.Busy.ToDisplayString(), "busy");
            Check.Equal(new ReadError.TooLong(3).ToString(), "3 is too long");
            Check.Equal(new ReadError.Invalid("ü").ToString(), "ü is invalid");
            Check.Equal(new LoadFailure(9, new ReadError.Missing()).ToString(), "line 9 cannot be loaded");
        }),
        new("values/default", () =>
        {
            Check.Equal(Point.Default, default);
            Check.Equal(Quad.Default, default);
            Check.Equal(Mixed.Default, default);
            Check.Equal(Meters.Default, default);
            Check.Equal(Pixel.Default, default);
            Check.Equal(Marker.Default, default);
            Check.Equal(Segment.Default, default);
            Check.Equal(Person.Default, new Person("", null, [], ""));
            Check.Equal(Address.Default, new Address("", "", "", "", ""));
            Check.Equal(Team.Default, new Team(Person.Default, [], []));
            Check.Equal(Tree.Default, new Tree(0, []));
            Check.Equal(Chain.Default, new Chain(0, null));
            Check.Equal(PairU32String.Default, new PairU32String(0, ""));
            Check.Equal(PairU8U8.Default, default);
            Check.Equal(PairPairU8U8F32.Default, default);
            Check.Equal(Tagged.Default, default);
            Check.Equal(Vector.Default, default);
            Check.Equal(Counter.Default, new Counter("", 0));
            Check.Equal(BoxedU32.Default, default);
            Check.Equal(BoxedString.Default, new BoxedString(""));
        }),
        new("values/default-of-enums", () =>
        {
            Check.Equal(Color.Default, Color.Red);
            Check.Equal(Level.Default, Level.Middle);
            Check.Equal(InI8.Default, InI8.Least);
            Check.Equal(InU8.Default, InU8.Least);
            Check.Equal(InI16.Default, InI16.Least);
            Check.Equal(InU16.Default, InU16.Least);
            Check.Equal(InI32.Default, InI32.Least);
            Check.Equal(InU32.Default, InU32.Least);
            Check.Equal(InI64.Default, InI64.Least);
            Check.Equal(InU64.Default, InU64.Least);
            Check.Equal(Only.Default, Only.One);
            Check.Equal(Growing.Default, Growing.Yes);
            Check.Equal(Shape.Default, new Shape.Empty());
            Check.Equal(Event.Default, new Event.Start());
            Check.Equal(Awkward.Default, new Awkward.Awkward2());
            Check.Equal(Switch.Default, Switch.Off);
            Check.Equal(Motion.Default, new Motion.Rest());
        }),
        new("values/constants", () =>
        {
            Check.Equal(Vector.Dimensions, 2u);
            Check.Equal(Vector.Zero, default);
        }),
        new("values/generic-instances", () =>
        {
            Check.Equal(Methods.BoxNumber(7), new BoxedU32(7));
            Check.Equal(Methods.BoxNumber(7).Get(), 7u);
            Check.Equal(Methods.BoxText("ü").Get(), "ü");
            Check.Equal(Methods.BoxText("ü"u8), new BoxedString("ü"));
            Check.Equal(Records.EchoPair(new PairU32String(1, "two")), new PairU32String(1, "two"));
            var pairs = new PairPairU8U8F32(new PairU8U8(1, 255), 0.1f);
            Check.Equal(Records.EchoPairOfPairs(pairs), pairs);
        }),
    ];

    public static Person Ada() => new("Ada ü", 36, ["", "Countess"], "person");

    /// <summary>An argument is refused, by name: as null, as out of range, or for what is inside of it.</summary>
    public static void Refused(string parameter, Action action)
    {
        try
        {
            action();
        }
        catch (ArgumentException e)
        {
            Check.Equal(e.ParamName, parameter);
            return;
        }

        Check.Fail($"{parameter} is not refused");
    }
}
