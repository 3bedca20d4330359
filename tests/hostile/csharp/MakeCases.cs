using Objects;
using Version = Objects.Version;

namespace Hostile;

internal static class MakeCases
{
    public static readonly Case[] All =
    [
        new("make/new", () => Check.Equal(new Counter(3).Value(), 3L)),
        new("make/by-name", () =>
        {
            var c = Counter.WithName("öne", 3);
            Check.Equal(c.Name(), "öne");
            Check.Equal(c.Value(), 3L);
        }),
        new("make/result", () =>
        {
            var c = Counter.Checked(1);
            Check.Equal(c.Value(), 1L);
        }),
        new("make/error", () =>
        {
            Check.Equal(Check.Throws<CounterException>(() => Counter.Checked(-1)).Message, "a counter starts at 0 or more");
            Check.That(!Counter.TryChecked(-1, out var c));
            Check.That(c is null);
        }),
        new("make/some", () =>
        {
            var c = Counter.Maybe(2);
            Check.That(c is not null);
            Check.Equal(c.Value(), 2L);
        }),
        new("make/none", () =>
        {
            var c = Counter.Maybe(-2);
            Check.That(c is null);
        }),
        new("make/box", () => Check.Equal(Counter.Boxed(4).Increment(), 5L)),
        new("make/arc", () =>
        {
            var s = new Shared(0);
            Check.Equal(s.Add(2), 2L);
            Check.End(s);
        }),
        new("make/rc", () =>
        {
            Check.OnThread(() =>
            {
                var l = new Leaf(7);
                Check.Equal(l.Value(), 7L);
                Check.End(l);
            });
        }),
        new("make/default", () =>
        {
            Check.Equal(Settings.CreateDefault().Title, "untitled");
            Check.Equal(Version.CreateDefault().ToString(), "0");
        }),
        new("make/constant", () => Check.Equal(Counter.Most, 1_000_000L)),
        new("make/associated-function", () => Check.Equal(Counter.Sum(new Counter(1), new Counter(2)), 3L)),
        new("make/list", () =>
        {
            foreach (var (i, c) in ObjectsLib.Many(100).Index())
            {
                Check.Equal(c.Value(), (long)i);
                Check.End(c);
            }
        }),
        new("make/list-empty", () => Check.Equal(ObjectsLib.Many(0).Length, 0)),
        new("make/list-is-independent", () =>
        {
            var list = ObjectsLib.Many(3);
            Check.End(list[1]);
            Check.Equal(list[0].Increment() + list[2].Increment(), 4L);
            Check.Closed(() => list[1].Value());
        }),
        new("make/list-of-options", () =>
        {
            var list = ObjectsLib.Optional(5);
            Check.Equal(list.Length, 3);
            Check.Equal(list[0]!.Value(), 5L);
            Check.That(list[1] is null);
            Check.Equal(list[2]!.Value(), 6L);
        }),
        new("make/tuple", () =>
        {
            var (first, second) = ObjectsLib.Pair();
            Check.Equal(first.Value(), 1L);
            Check.Equal(second.Value(), 2L);
        }),
        new("make/map", () =>
        {
            var named = ObjectsLib.Named();
            Check.Equal(named.Count, 2);
            foreach (var entry in named)
                Check.Equal(entry.Key, entry.Value.Name());
        }),
        new("make/large", () =>
        {
            var p = Parcel.OfSize(0, 8 << 20);
            Check.Equal(p.Size(), (nuint)(8 << 20));
            Check.End(p);
        }),
        new("make/builder", () =>
        {
            var r = Request.Builder().Part("a").Number(2).Part("c").Build();
            Check.Equal(r.Text(), "a 2 c");
        }),
        new("make/builder-is-consumed", () =>
        {
            var b = Request.Builder();
            var next = b.Part("a");
            Check.Closed(() => b.Part("b"));
            Check.Equal(next.Build().Text(), "a");
            Check.Closed(() => next.Build());
        }),
        new("make/builder-fails", () =>
        {
            var b = RequestBuilder.CreateDefault();
            Check.Equal(Check.Throws<RustException>(() => b.Checked("")).Message, "an empty part");
            Check.Closed(() => b.Build());
        }),
        new("make/builder-by-reference", () =>
        {
            var s = Settings.CreateDefault();
            Check.Equal(s.Width(3).WithTitle("new") == s, true);
            Check.Equal(s.SecretSum(), 10u);
            Check.Equal(s.Title, "new");
        }),
        new("make/fields", () =>
        {
            var s = Settings.CreateDefault();
            Check.Equal(s.Ratio, 1.5);
            Check.Equal(s.Title, "untitled");
            Check.Items(s.Tags, "a", "b");
        }),
        new("make/field-that-is-a-handle", () =>
        {
            var c = new Counter(5);
            var l = ObjectsLib.Label("five", c);
            Check.Equal(l.Label, "five");
            Check.Equal(l.Counter.Value(), 5L);
            Check.Closed(() => c.Value());
        }),
        new("make/tree", () =>
        {
            var (tree, child) = (Tree.CreateDefault(), new Shared(0));
            tree.Grow(child);
            tree.Grow(child);
            child.Add(4);
            Check.Equal(tree.Total(), 8L);
            var again = tree.Child(1);
            Check.That(again is not null);
            again.Add(1);
            Check.Equal(child.Value(), 5L);
            Check.That(tree.Child(2) is null);
        }),
        new("make/arc-outlives-its-handle", () =>
        {
            var n = Check.Tag();
            var (tree, child) = (Tree.CreateDefault(), new Shared(n));
            tree.Grow(child);
            Check.End(child);
            Check.Dropped(n, 0);
            Check.Equal(tree.Total(), 0L);
            Check.End(tree);
            Check.Dropped(n, 1);
        }),
        new("make/arc-shared", () =>
        {
            var n = Check.Tag();
            var first = new Shared(n);
            var second = first.Share();
            first.Add(5);
            Check.Equal(second.Value(), 5L);
            Check.Equal(first.Count(), (nuint)3);
            Check.End(first);
            Check.Equal(second.Value(), 5L);
            Check.Dropped(n, 0);
            Check.End(second);
            Check.Dropped(n, 1);
        }),
        new("make/arc-alone-can-be-changed", () =>
        {
            var s = new Shared(0);
            Check.Equal(s.Fix(), 2L);
            var other = s.Share();
            Check.InUse(() => s.Fix());
            Check.End(other);
            Check.Equal(s.Fix(), 3L);
        }),
        new("make/rc-shared", () =>
        {
            Check.OnThread(() =>
            {
                var l = new Leaf(7);
                var same = l.Same();
                Check.End(l);
                Check.Equal(same.Value(), 7L);
                Check.End(same);
            });
        }),
    ];
}
