using Objects;

namespace Hostile;

/// <summary>What lies behind a type, what it can be seen as, be made of, and become.</summary>
internal static class BehindCases
{
    public static readonly Case[] All =
    [
        new("behind/text", () =>
        {
            var title = new Title("öne");
            Check.Equal(title.AsStr(), "öne");
            Check.Items(title.AsBytes(), "öne"u8.ToArray());
            Check.Equal(title.AsPath(), "öne");
            Check.Equal(title.IntoText(), "öne");
            Check.Closed(() => title.AsStr());
        }),
        new("behind/list", () =>
        {
            var tape = Tape.FromIter([1, 2]);
            tape.Extend([3]);
            Check.Items(tape.AsSlice(), (ushort)1, (ushort)2, (ushort)3);
        }),
        new("behind/methods-of-another", () =>
        {
            var badge = new Badge(Counter.WithName("counter", 3));
            Check.Equal(badge.Value(), 3L);
            Check.Equal(badge.Increment(), 4L);
            Check.Equal(badge.Name(), "badge");
            var more = new Counter(2);
            badge.AddFrom(more);
            Check.Equal(badge.Value() + more.Value(), 8L);
            Check.End(badge);
            Check.Closed(() => badge.Value());
        }),
        new("behind/made-of-handles", () =>
        {
            var list = ObjectsLib.Many(3);
            var crowd = Crowd.FromIter(list);
            Check.Closed(() => list[0].Value());
            var c = new Counter(1);
            Check.InUse(() => crowd.Extend([c, c]));
            crowd.Extend([new Counter(4)]);
            Check.Equal(crowd.Total(), 7L);
        }),
    ];
}
