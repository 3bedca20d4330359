using Values;

namespace Behaviour;

/// <summary>References to data.</summary>
internal static class ValueBorrowedCases
{
    public static readonly Case[] All =
    [
        new("values/lent", () =>
        {
            var note = new Note("zoë", ["", "b"]);
            Check.Equal(note.Said(), "zoë");
            Check.Equal(note.Kind(), "note");
            Check.Equal(note.Tag(1), "b");
            Check.Equal(note.Tag(2), null);
            Check.Same<string>(note.AllTags(), note.Tags);
        }),
        new("values/slices-in-place", () =>
        {
            string[] texts = ["b", "ä", "a"];
            Borrowed.SortTexts(ref texts);
            Check.Same<string>(texts, ["a", "b", "ä"]);
            Point[] points = [new(1, 2), new(3, 4)];
            Check.Equal(Borrowed.Shift(ref points, 0.5), (nuint)2);
            Check.Same<Point>(points, [new(1.5, 2), new(3.5, 4)]);
        }),
        new("values/options-of-references", () =>
        {
            var person = new Person("Ada ü", 36, [], "person");
            Check.Equal(Borrowed.NameOf(person), person.Name);
            Check.Equal(Borrowed.NameOf(null), null);
            Check.Equal(Borrowed.CountOf([default, default]), (nuint)2);
            Check.Equal(Borrowed.CountOf(null), null);
        }),
        new("values/variants-that-grow", () =>
        {
            var running = Borrowed.Running(40);
            Check.Equal(running, new Step.Running(40));
            Check.Equal(Borrowed.EchoStep(new Step.Done("x")), new Step.Done("x"));
            Check.Throws<ArgumentException>(() => Borrowed.EchoStep(running));
        }),
        new("values/variants-that-are-unknown", () =>
        {
            Check.Same<Signal>(Borrowed.LaterSignal(), [new Signal.Start(), new Signal.Unknown(), new Signal.Stop(1)]);
            var phase = Borrowed.LaterPhase();
            Check.Equal(phase, Phase.Unknown);
            Check.Refused("phase", () => Borrowed.EchoPhase(phase));
        }),
        new("values/recursion-through-errors", () =>
        {
            var first = new Attempt(RustResult<uint, Attempt>.Ok(3));
            var attempt = new Attempt(RustResult<uint, Attempt>.Err(first));
            Check.Equal(Borrowed.EchoAttempt(attempt), attempt);
            var twice = new TwiceOptionString("a", null);
            Check.Equal(Borrowed.EchoTwice(twice), twice);
        }),
    ];
}
