using System.Net;
using System.Text;
using Values;

namespace Behaviour;

/// <summary>Random values, out and back: the same ones in each run.</summary>
internal static class ValueRoundTripCases
{
    private static readonly string[] _letters = ["\0", "a", "Z", "0", "9", " ", "~", "ß", "ü", "é", "東", "\u200d", "\ufeff", "\uffff", "😀", "\U0010FFFF"];

    private static readonly Trip[] _records =
    [
        Echo("EchoPoint", OfPoint, Records.EchoPoint), Echo("EchoQuad", OfQuad, Records.EchoQuad),
        Echo("EchoMixed", s => new Mixed(U8(s), I64(s), Truth(s), Letter(s), I16(s)), Records.EchoMixed),
        Echo("EchoMeters", s => new Meters(F64(s)), Records.EchoMeters), Echo("EchoPixel", s => new Pixel(U16(s), U16(s)), Records.EchoPixel),
        Echo("EchoMarker", _ => new Marker(), Records.EchoMarker), Echo("EchoSegment", s => new Segment(OfPoint(s), OfPoint(s)), Records.EchoSegment),
        Echo("EchoPerson", OfPerson, Records.EchoPerson),
        Echo("EchoAddress", s => new Address(Text(s), Text(s), Text(s), Text(s), Text(s)), Records.EchoAddress),
        Echo("EchoTeam", s => new Team(OfPerson(s), List(OfPerson)(s), Map(Text, OfPoint)(s)), Records.EchoTeam),
        Echo("EchoPair", s => new PairU32String(U32(s), Text(s)), Records.EchoPair),
        Echo("EchoPairOfPairs", s => new PairPairU8U8F32(new PairU8U8(U8(s), U8(s)), (float)F64(s)), Records.EchoPairOfPairs),
        Echo("EchoTree", OfTree, Records.EchoTree), Echo("EchoChain", OfChain, Records.EchoChain),
        Echo("EchoPoints", List(OfPoint), v => Records.EchoPoints(v)), Echo("EchoQuads", List(OfQuad), v => Records.EchoQuads(v)),
        Echo("EchoPeople", List(OfPerson), v => Records.EchoPeople(v)), Echo("EchoBoxed", OfPerson, Records.EchoBoxed),
    ];

    private static readonly Trip[] _enums =
    [
        Echo("EchoColor", OneOf(Enum.GetValues<Color>()), Enums.EchoColor), Echo("EchoLevel", OneOf(Enum.GetValues<Level>()), Enums.EchoLevel),
        Echo("EchoInI8", OneOf(Enum.GetValues<InI8>()), Enums.EchoInI8), Echo("EchoInU8", OneOf(Enum.GetValues<InU8>()), Enums.EchoInU8),
        Echo("EchoInI16", OneOf(Enum.GetValues<InI16>()), Enums.EchoInI16), Echo("EchoInU16", OneOf(Enum.GetValues<InU16>()), Enums.EchoInU16),
        Echo("EchoInI32", OneOf(Enum.GetValues<InI32>()), Enums.EchoInI32), Echo("EchoInU32", OneOf(Enum.GetValues<InU32>()), Enums.EchoInU32),
        Echo("EchoInI64", OneOf(Enum.GetValues<InI64>()), Enums.EchoInI64), Echo("EchoInU64", OneOf(Enum.GetValues<InU64>()), Enums.EchoInU64),
        Echo("EchoOnly", OneOf([Only.One]), Enums.EchoOnly), Echo("EchoGrowing", OneOf([Growing.Yes, Growing.No]), Enums.EchoGrowing),
        Echo("EchoShape", OfShape, Enums.EchoShape), Echo("EchoExpression", OfExpression, Enums.EchoExpression),
        Echo<Event>("EchoEvent", s => Truth(s) ? new Event.Start() : new Event.Key(Text(s)), Enums.EchoEvent),
        Echo("EchoAwkward", OfAwkward, Enums.EchoAwkward), Echo("EchoColors", List(OneOf(Enum.GetValues<Color>())), v => Enums.EchoColors(v)),
        Echo("EchoShapes", List(OfShape), v => Enums.EchoShapes(v)), Echo("EchoOptionalShape", Perhaps(OfShape), Enums.EchoOptionalShape),
    ];

    private static readonly Trip[] _std =
    [
        Echo("EchoDuration", Duration, StdTypes.EchoDuration), Echo("EchoTime", Time, StdTypes.EchoTime),
        Echo("EchoPath", Text, StdTypes.EchoPath), Echo("EchoOsString", Text, StdTypes.EchoOsString),
        Echo("EchoIpv4", Ipv4, StdTypes.EchoIpv4), Echo("EchoIpv6", Ipv6, StdTypes.EchoIpv6),
        Echo("EchoIp", s => Truth(s) ? Ipv4(s) : Ipv6(s), StdTypes.EchoIp),
        Echo("EchoSocketV4", s => new IPEndPoint(Ipv4(s), U16(s)), StdTypes.EchoSocketV4),
        Echo("EchoSocketV6", s => new IPEndPoint(Ipv6(s), U16(s)), StdTypes.EchoSocketV6),
        Echo("EchoSocket", s => new IPEndPoint(Truth(s) ? Ipv4(s) : Ipv6(s), U16(s)), StdTypes.EchoSocket),
        Echo("EchoOrdering", OneOf([0, -1, 1]), StdTypes.EchoOrdering),
        Echo("EchoRange", s => new RustRange<uint>(U32(s), U32(s)), StdTypes.EchoRange),
        Echo("EchoRangeInclusive", s => new RustRangeInclusive<long>(I64(s), I64(s)), StdTypes.EchoRangeInclusive),
        Echo("EchoRangeFrom", s => new RustRangeFrom<nuint>((nuint)U64(s)), StdTypes.EchoRangeFrom),
        Echo("EchoRangeTo", s => new RustRangeTo<byte>(U8(s)), StdTypes.EchoRangeTo),
        Echo("EchoRangeToInclusive", s => new RustRangeToInclusive<Rune>(Letter(s)), StdTypes.EchoRangeToInclusive),
        Echo("EchoBound", s => OneOf([default, RustBound<int>.Included(I32(s)), RustBound<int>.Excluded(I32(s))])(s), StdTypes.EchoBound),
        Echo("EchoNonZero", s => Math.Max(U32(s), 1), StdTypes.EchoNonZero), Echo("EchoNonZeroSmall", s => Math.Max(U8(s), (byte)1), StdTypes.EchoNonZeroSmall),
        Echo("EchoNonZeroLarge", s => I64(s) is not 0 and var number ? number : -1, StdTypes.EchoNonZeroLarge),
        Echo("EchoWrapping", U16, StdTypes.EchoWrapping), Echo("EchoDurations", List(Duration), v => StdTypes.EchoDurations(v)),
        Echo("EchoOptionalTime", Optional(Time), StdTypes.EchoOptionalTime),
        Echo("EchoOptionalNonZero", Optional(s => Math.Max(U32(s), 1)), StdTypes.EchoOptionalNonZero),
        Echo("EchoTuple", s => (U8(s), Text(s)), StdTypes.EchoTuple), Echo("EchoTriple", s => (Truth(s), Letter(s), F64(s)), StdTypes.EchoTriple),
        Echo("EchoTwelve", s => (U8(s), U16(s), U32(s), U64(s), (sbyte)U8(s), I16(s), I32(s), I64(s), (float)F64(s), F64(s), Truth(s), Letter(s)), StdTypes.EchoTwelve),
        Echo("EchoNestedTuple", s => ((U8(s), U8(s)), (Text(s), List(U8)(s))), StdTypes.EchoNestedTuple), Echo("EchoSingle", U32, StdTypes.EchoSingle),
        Echo("EchoWide", s => (Wide(s), (Int128)Wide(s)), StdTypes.EchoWide), Echo("EchoTagged", s => new Tagged(U32(s)), StdTypes.EchoTagged),
    ];

    private static readonly Trip[] _collections =
    [
        Echo("EchoTexts", List(Text), v => Collections.EchoTexts(v)), Echo("EchoLists", List(List(U32)), v => Collections.EchoLists(v)),
        Echo("EchoBytes", List(List(U8)), v => Collections.EchoBytes(v)), Echo("EchoFlags", List(Optional(Truth)), v => Collections.EchoFlags(v)),
        Echo("EchoLetters", List(List(Letter)), v => Collections.EchoLetters(v)), Echo("EchoWide", List(Wide), v => Collections.EchoWide(v)),
        Echo("EchoNarrow", List(s => (Int128)Wide(s)), v => Collections.EchoNarrow(v)), Echo("EchoDeque", List(I16), v => Collections.EchoDeque(v)),
        Echo("EchoDequeOfTexts", List(Text), v => Collections.EchoDequeOfTexts(v)),
        Echo<byte[]>("EchoArray", s => [U8(s), U8(s), U8(s), U8(s)], Collections.EchoArray),
        Echo<string[]>("EchoArrayOfTexts", s => [Text(s), Text(s)], Collections.EchoArrayOfTexts),
        Echo("EchoArrays", List(s => new[] { (float)F64(s), (float)F64(s), (float)F64(s) }), v => Collections.EchoArrays(v)),
        Echo<ushort[]>("EchoEmptyArray", _ => [], Collections.EchoEmptyArray), Echo("EchoMap", Map(Text, U64), Collections.EchoMap),
        Echo("EchoMapOfLists", Map(U32, List(Text)), Collections.EchoMapOfLists), Echo("EchoMapOfRecords", Map(Text, OfPerson), Collections.EchoMapOfRecords),
        Echo("EchoMapByColor", Map(OneOf(Enum.GetValues<Color>()), U8), Collections.EchoMapByColor),
        Echo("EchoMapByLetter", Map(Letter, Truth), Collections.EchoMapByLetter),
        Echo("EchoSortedMap", Sorted(I32), Collections.EchoSortedMap),
        Echo("EchoSortedByNumber", s => new OrderedDictionary<long, Point>(Map(I64, OfPoint)(s).OrderBy(entry => entry.Key)), Collections.EchoSortedByNumber),
        Echo<HashSet<string>>("EchoSet", s => [.. List(Text)(s)], Collections.EchoSet), Echo<HashSet<int>>("EchoSetOfNumbers", s => [.. List(I32)(s)], Collections.EchoSetOfNumbers),
        Echo("EchoSortedSet", s => List(U16)(s).Distinct().Order().ToArray(), v => Collections.EchoSortedSet(v)),
        Echo("EchoSetOfLists", Hexed, v => [.. Collections.EchoSetOfLists(v).OrderBy(Convert.ToHexString, StringComparer.Ordinal)]),
        Echo("EchoMapByPair", Pairs, v => [.. Collections.EchoMapByPair(v).OrderBy(pair => pair.Item1)]),
        Echo("EchoShared", OfPerson, Collections.EchoShared), Echo("EchoAtomic", List(Text), v => Collections.EchoAtomic(v)),
        Echo("EchoBoxedSlice", List(Text), v => Collections.EchoBoxedSlice(v)), Echo("EchoMapOfMaps", Sorted(Sorted(U8)), Collections.EchoMapOfMaps),
        Echo("EchoUnits", List(_ => default(RustUnit)), v => Collections.EchoUnits(v)),
    ];

    private static readonly Trip[] _nested =
    [
        Echo("EchoOptionOption", s => Truth(s) ? new RustOption<byte?>(Optional(U8)(s)) : default, Nested.EchoOptionOption),
        Echo("EchoOptionOfRecord", Perhaps(OfPerson), Nested.EchoOptionOfRecord), Echo("EchoOptionOfPlain", Optional(OfPoint), Nested.EchoOptionOfPlain),
        Echo("EchoOptionOfEnum", Optional(OneOf(Enum.GetValues<Color>())), Nested.EchoOptionOfEnum),
        Echo("EchoOptionOfList", Perhaps(List(Perhaps(Text))), Nested.EchoOptionOfList),
        Echo("EchoResults", List(Result(U32, Text)), v => Nested.EchoResults(v)),
        Echo("EchoOptionResult", Optional(Result(List(U8), OfPerson)), Nested.EchoOptionResult, v => v?.Match<object>(ok => ok, error => error)),
        Echo("EchoMapOfOptions", Map(Text, Perhaps(OfShape)), Nested.EchoMapOfOptions),
        Echo("EchoDeep", List(Map(Text, List(Optional(s => (U8(s), Result(OfShape, Text)(s)))))), v => Nested.EchoDeep(v)),
        Echo("EchoOptionOfUnit", Optional(_ => default(RustUnit)), Nested.EchoOptionOfUnit),
        Echo("EchoOptionOfTuple", Optional(s => (Text(s), U32(s))), Nested.EchoOptionOfTuple),
    ];

    public static readonly Case[] All =
    [
        new("values/every-echo", () =>
        {
            var source = new Source(1, smallest: true);
            Trip[] all = [.. _records, .. _enums, .. _std, .. _collections, .. _nested];
            Check.Equal(all.Length, 109);
            foreach (var trip in all)
                trip.Run(source);
        }),
        RoundTrips("records", _records), RoundTrips("enums", _enums), RoundTrips("std-types", _std), RoundTrips("collections", _collections),
        RoundTrips("nested", _nested),
    ];

    private static Case RoundTrips(string topic, Trip[] trips) => new($"values/round-trips-of-{topic}", () =>
    {
        var source = new Source(20260203, smallest: false);
        foreach (var trip in trips)
        {
            for (var i = 0; i < 300; i++)
                trip.Run(source);
        }
    });

    /// <summary>A function that gives its argument back. What view makes of a value is compared, or else the value.</summary>
    private static Trip Echo<T>(string name, Func<Source, T> random, Func<T, T> function, Func<T, object?>? view = null) => new(name, source =>
    {
        var value = random(source);
        var got = function(value);
        if (!(view is null ? Deep.Same(got, value) : Deep.Same(view(got), view(value))))
            Check.Fail($"{name}: {value} came back as {got}");
    });

    private static byte U8(Source s) => (byte)s.Bits();

    private static ushort U16(Source s) => (ushort)s.Bits();

    private static short I16(Source s) => (short)s.Bits();

    private static uint U32(Source s) => (uint)s.Bits();

    private static int I32(Source s) => (int)s.Bits();

    private static ulong U64(Source s) => s.Bits();

    private static long I64(Source s) => (long)s.Bits();

    private static UInt128 Wide(Source s) => new(s.Bits(), s.Bits());

    private static bool Truth(Source s) => (s.Bits() & 1) != 0;

    private static double F64(Source s) => s.Smallest ? 0 : s.Random.NextDouble() * 2000 - 1000;

    private static Rune Letter(Source s) => s.Smallest ? default : Rune.GetRuneAt(_letters[s.Random.Next(_letters.Length)], 0);

    private static string Text(Source s) => string.Concat(Enumerable.Range(0, s.Length()).Select(_ => _letters[s.Random.Next(_letters.Length)]));

    private static TimeSpan Duration(Source s) => new((long)(s.Bits() >> 1));

    private static DateTimeOffset Time(Source s) => new((long)(s.Bits() % (ulong)(DateTime.MaxValue.Ticks + 1)), TimeSpan.Zero);

    private static IPAddress Ipv4(Source s) => new([U8(s), U8(s), U8(s), U8(s)]);

    private static IPAddress Ipv6(Source s) => new([.. Enumerable.Range(0, 16).Select(_ => U8(s))]);

    private static Func<Source, T> OneOf<T>(T[] values) => s => s.Smallest ? values[0] : values[s.Random.Next(values.Length)];

    private static Func<Source, T?> Optional<T>(Func<Source, T> random)
        where T : struct => s => Truth(s) ? random(s) : null;

    private static Func<Source, T?> Perhaps<T>(Func<Source, T> random)
        where T : class? => s => Truth(s) ? random(s) : null;

    private static Func<Source, RustResult<T, E>> Result<T, E>(Func<Source, T> value, Func<Source, E> error) =>
        s => Truth(s) ? RustResult<T, E>.Ok(value(s)) : RustResult<T, E>.Err(error(s));

    private static Func<Source, T[]> List<T>(Func<Source, T> random) => s =>
    {
        var values = new T[s.Length()];
        s.Depth++;
        for (var i = 0; i < values.Length; i++)
            values[i] = random(s);
        s.Depth--;
        return values;
    };

    private static Func<Source, Dictionary<K, V>> Map<K, V>(Func<Source, K> key, Func<Source, V> value)
        where K : notnull => s => List(inner => (Key: key(inner), Value: value(inner)))(s).DistinctBy(entry => entry.Key).ToDictionary();

    /// <summary>In the order of Rust: by UTF-8, and not by UTF-16.</summary>
    private static Func<Source, OrderedDictionary<string, V>> Sorted<V>(Func<Source, V> value) => s =>
        new(Map(Text, value)(s).OrderBy(entry => Convert.ToHexString(Encoding.UTF8.GetBytes(entry.Key)), StringComparer.Ordinal));

    private static byte[][] Hexed(Source s) =>
        [.. List(List(U8))(s).DistinctBy(Convert.ToHexString).OrderBy(Convert.ToHexString, StringComparer.Ordinal)];

    private static ((byte, byte), string)[] Pairs(Source s) =>
        [.. List(inner => ((U8(inner), U8(inner)), Text(inner)))(s).DistinctBy(pair => pair.Item1).OrderBy(pair => pair.Item1)];

    private static Point OfPoint(Source s) => new(F64(s), F64(s));

    private static Quad OfQuad(Source s) => new(F64(s), F64(s), F64(s), F64(s));

    private static Person OfPerson(Source s) => new(Text(s), Optional(U32)(s), List(Text)(s), Text(s));

    private static Tree OfTree(Source s) => new(I32(s), List(OfTree)(s));

    private static Chain OfChain(Source s) => new(U8(s), Perhaps(OfChain)(s));

    private static Shape OfShape(Source s) => (s.Bits() % 5) switch
    {
        0 => new Shape.Empty(),
        1 => new Shape.Circle(F64(s)),
        2 => new Shape.Rectangle(F64(s), F64(s)),
        3 => new Shape.Polygon(List(inner => (F64(inner), F64(inner)))(s)),
        _ => new Shape.Label(Text(s), OfPoint(s)),
    };

    private static Expression OfExpression(Source s) => (s.Bits() % 5) switch
    {
        0 => new Expression.Number(I64(s)),
        1 => new Expression.Name(Text(s)),
        2 => new Expression.Negative(OfExpression(s)),
        3 => new Expression.Sum(List(OfExpression)(s)),
        _ => new Expression.Call(Text(s), List(OfExpression)(s)),
    };

    private static Awkward OfAwkward(Source s) => (s.Bits() % 4) switch
    {
        0 => new Awkward.Awkward2(),
        1 => new Awkward.Equals2(U8(s)),
        2 => new Awkward.String(Text(s)),
        _ => new Awkward.Value(U8(s)),
    };

    private sealed record Trip(string Name, Action<Source> Run);

    /// <summary>Random numbers and lengths.</summary>
    private sealed class Source(int seed, bool smallest)
    {
        public Random Random { get; } = new(seed);

        /// <summary>Zeros, nothing and empty containers only.</summary>
        public bool Smallest => smallest;

        public int Depth { get; set; }

        public int Length() => Smallest || Depth > 4 || Random.Next(8) == 0 ? 0 : Random.Next(12) >> Depth;

        /// <summary>A number that is often at an edge of its type.</summary>
        public ulong Bits()
        {
            if (Smallest || Random.Next(8) == 0)
                return 0;
            if (Random.Next(8) == 0)
                return ulong.MaxValue;
            if (Random.Next(8) == 0)
                return 1ul << Random.Next(64);
            return (ulong)Random.NextInt64(long.MinValue, long.MaxValue) >> Random.Next(64);
        }
    }
}
