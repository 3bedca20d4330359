using Ferrobind.Bench;
using ByHand = FbbenchValues.Hand;
using Generated = Fbbench.Values;
using Json = FbbenchValues.Json;

/// <summary>
/// The rows of data: the same value there and back, through the generated code, through what was written by hand, and as
/// JSON (the row with /json behind it, where the generated code is what JSON is measured against).
/// </summary>
internal static class ValueRows
{
    private static readonly FbbenchValues.Quad Quad = new(1.5, -2.25, 3.125, 4e100);
    private static readonly FbbenchValues.Quad[] Quads = [.. Enumerable.Range(0, 1000).Select(i => new FbbenchValues.Quad(i, i / 4.0, -i, i * i))];
    private static readonly string[] Texts = [.. Enumerable.Range(0, 1000).Select(i => $"text number {i}")];
    private static readonly FbbenchValues.Contact Contact =
        new("Ada Lovelace", "12 St James's Square", "London", "United Kingdom", "ada@example.org");
    private static readonly Dictionary<string, ulong> Counts = Enumerable.Range(0, 1000).ToDictionary(i => $"word-{i}", i => (ulong)i);
    private static readonly FbbenchValues.Event[] Events =
    [
        new FbbenchValues.Event.Quit(), new FbbenchValues.Event.Key(27), new FbbenchValues.Event.Resize(1280, 800),
        new FbbenchValues.Event.Paste("what was copied"),
    ];
    private static readonly FbbenchValues.Nested Nested = new("a text that is all right", null);

    // The same in the generated types.
    private static readonly Fbbench.Quad QuadF = new(Quad.A, Quad.B, Quad.C, Quad.D);
    private static readonly Fbbench.Quad[] QuadsF = [.. Quads.Select(q => new Fbbench.Quad(q.A, q.B, q.C, q.D))];
    private static readonly Fbbench.Contact ContactF = new(Contact.Name, Contact.Street, Contact.City, Contact.Country, Contact.Email);
    private static readonly Fbbench.Event[] EventsF =
    [
        new Fbbench.Event.Quit(), new Fbbench.Event.Key(27), new Fbbench.Event.Resize(1280, 800), new Fbbench.Event.Paste("what was copied"),
    ];
    private static readonly Fbbench.RustResult<string?, uint> NestedF = Fbbench.RustResult<string?, uint>.Ok(Nested.Value);

    public static readonly Pair[] Pairs =
    [
        .. Row("quad",
            static n => { while (--n >= 0) Last.QuadF = Generated.EchoQuad(QuadF); },
            static n => { while (--n >= 0) Last.Quad = ByHand.EchoQuad(Quad); },
            static n => { while (--n >= 0) Last.Quad = Json.EchoQuad(Quad); }),
        .. Row("quads",
            static n => { while (--n >= 0) Kept.Value = Generated.EchoQuads(QuadsF); },
            static n => { while (--n >= 0) Kept.Value = ByHand.EchoQuads(Quads); },
            static n => { while (--n >= 0) Kept.Value = Json.EchoQuads(Quads); }),
        .. Row("texts",
            static n => { while (--n >= 0) Kept.Value = Generated.EchoTexts(Texts); },
            static n => { while (--n >= 0) Kept.Value = ByHand.EchoTexts(Texts); },
            static n => { while (--n >= 0) Kept.Value = Json.EchoTexts(Texts); }),
        .. Row("contact",
            static n => { while (--n >= 0) Kept.Value = Generated.EchoContact(ContactF); },
            static n => { while (--n >= 0) Kept.Value = ByHand.EchoContact(Contact); },
            static n => { while (--n >= 0) Kept.Value = Json.EchoContact(Contact); }),
        .. Row("counts",
            static n => { while (--n >= 0) Kept.Value = Generated.EchoCounts(Counts); },
            static n => { while (--n >= 0) Kept.Value = ByHand.EchoCounts(Counts); },
            static n => { while (--n >= 0) Kept.Value = Json.EchoCounts(Counts); }),
        .. Row("event",
            static n => { while (--n >= 0) Kept.Value = Generated.EchoEvent(EventsF[n & 3]); },
            static n => { while (--n >= 0) Kept.Value = ByHand.EchoEvent(Events[n & 3]); },
            static n => { while (--n >= 0) Kept.Value = Json.EchoEvent(Events[n & 3]); }),
        .. Row("nested",
            static n => { while (--n >= 0) Last.NestedF = Generated.EchoNested(NestedF); },
            static n => { while (--n >= 0) Kept.Value = ByHand.EchoNested(Nested); },
            static n => { while (--n >= 0) Kept.Value = Json.EchoNested(Nested); }),
    ];

    /// <summary>All three return what they got; asked before anything is measured.</summary>
    public static void Check()
    {
        Same(Generated.EchoQuad(QuadF), QuadF);
        Same(ByHand.EchoQuad(Quad), Quad);
        Same(Json.EchoQuad(Quad), Quad);
        SameAll(Generated.EchoQuads(QuadsF), QuadsF);
        SameAll(ByHand.EchoQuads(Quads), Quads);
        SameAll(Json.EchoQuads(Quads), Quads);
        foreach (var echoed in new[] { Generated.EchoTexts(Texts), ByHand.EchoTexts(Texts), Json.EchoTexts(Texts) })
            SameAll(echoed, Texts);
        Same(Generated.EchoContact(ContactF), ContactF);
        Same(ByHand.EchoContact(Contact), Contact);
        Same(Json.EchoContact(Contact), Contact);
        foreach (var echoed in new[] { Generated.EchoCounts(Counts), ByHand.EchoCounts(Counts), Json.EchoCounts(Counts) })
            SameAll(echoed.OrderBy(e => e.Value), Counts.OrderBy(e => e.Value));
        foreach (var (generated, other) in EventsF.Zip(Events))
        {
            Same(Generated.EchoEvent(generated), generated);
            Same(ByHand.EchoEvent(other), other);
            Same(Json.EchoEvent(other), other);
        }

        Same(Generated.EchoNested(NestedF), NestedF);
        foreach (var nested in new[] { Nested, new(null, 7) })
        {
            Same(ByHand.EchoNested(nested), nested);
            Same(Json.EchoNested(nested), nested);
        }
    }

    private static Pair[] Row(string row, Action<int> generated, Action<int> hand, Action<int> json) =>
        [new(row, generated, hand), new(row + "/json", json, generated)];

    private static void Same<T>(T echoed, T sent)
    {
        if (!EqualityComparer<T>.Default.Equals(echoed, sent))
            throw new InvalidOperationException($"echoed: {echoed}, sent: {sent}");
    }

    private static void SameAll<T>(IEnumerable<T> echoed, IEnumerable<T> sent)
    {
        if (!echoed.SequenceEqual(sent))
            throw new InvalidOperationException($"echoed: {string.Join(", ", echoed)}, sent: {string.Join(", ", sent)}");
    }

    /// <summary>What the loops compute, where it is no object.</summary>
    private static class Last
    {
        public static FbbenchValues.Quad Quad;
        public static Fbbench.Quad QuadF;
        public static Fbbench.RustResult<string?, uint>? NestedF;
    }
}
