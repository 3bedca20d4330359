using Objects;

namespace Hostile;

/// <summary>Enums that stay in Rust, and iterators whose items borrow what they do.</summary>
internal static class VariantCases
{
    public static readonly Case[] All =
    [
        new("variant/looked-at", () =>
        {
            var scanner = new Scanner("öne 22 +two (three)\n");
            var events = scanner.ToArray();
            Check.End(scanner);
            Check.Equal(events.Length, 5);
            Check.Equal(events[0].AsWord(), "öne");
            Check.That(events[0].IsWord() && !events[0].IsMark());
            Check.That(events[0].AsMark() is null);
            Check.That(events[1].AsNumber() is (22, 2));
            var mark = events[2].AsMark();
            Check.That(mark is not null);
            Check.Equal((mark.Sign().Value, mark.Word()), ('+', "two"));
            var nested = events[3].AsNested();
            Check.That(nested is not null);
            Check.Equal((nested.Sign().Value, nested.Word()), ('(', "three"));
            Check.That(events[4].IsBreak());
            Check.End(events);
            // What was lent is there as long as it is used.
            Check.Equal(mark.Word() + nested.Word(), "twothree");
            Check.End(mark, nested);
        }),
        new("variant/taken", () =>
        {
            var marks = new Scanner("+one (two)").ToArray();
            var one = marks[0].IntoMark();
            var two = marks[1].IntoNested();
            Check.That(one is not null && two is not null);
            Check.Closed(() => marks[0].IsMark());
            Check.Closed(() => marks[1].IsNested());
            Check.Equal(one.IntoWord() + two.IntoWord(), "onetwo");
        }),
        new("variant/not-the-one", () =>
        {
            var word = Event.Word("x");
            Check.That(word.IntoMark() is null);
            Check.Closed(() => word.IsWord());
        }),
        new("variant/ends-once", () =>
        {
            var tag = Check.Tag();
            var full = ObjectsLib.Packed(tag);
            var parcel = full.AsFull();
            Check.That(parcel is not null);
            Check.Equal(parcel.Tag(), tag);
            Check.InUse(() => full.IntoFull());
            Check.End(parcel);
            parcel = full.IntoFull();
            Check.Dropped(tag, 0);
            Check.End(parcel);
            Check.Dropped(tag, 1);
            Check.End(ObjectsLib.Packed(tag));
            Check.Dropped(tag, 2);
        }),
        new("variant/made", () =>
        {
            var tag = Check.Tag();
            var parcel = new Parcel(tag);
            var full = Crate.Full(parcel);
            Check.Closed(() => parcel.Tag());
            Check.That(ObjectsLib.IsFull(full));
            var empty = Crate.Empty();
            Check.That(!ObjectsLib.IsFull(empty));
            Check.End(full, empty);
            Check.Dropped(tag, 1);
            var number = Event.Number(7, 1);
            var mark = Event.Mark(new Mark(new('!'), "x"));
            Check.That(number.AsNumber() is (7, 1));
            Check.That(mark.IsMark());
            Check.End(number, mark);
        }),
        new("variant/items-with-more", () =>
        {
            var got = new List<(nuint, string?)>();
            foreach (var (place, item) in new Scanner("a b").WithPlaces())
            {
                using (item)
                    got.Add((place, item.AsWord()));
            }

            Check.Items<(nuint, string?)>(got, (0, "a"), (1, "b"));
        }),
        new("variant/iterator-is-an-argument", () =>
        {
            var scanner = new Scanner("a 1");
            var text = "# ";
            ObjectsLib.Render(ref text, scanner);
            Check.Equal(text, "# Word(\"a\")\nNumber { value: 1, digits: 1 }\n");
            Check.Closed(() => scanner.CountSoFar());
        }),
    ];
}
