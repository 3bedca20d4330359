using System.Globalization;
using Objects;
using Version = Objects.Version;

namespace Hostile;

/// <summary>Handles inside of arguments.</summary>
internal static class InsideCases
{
    public static readonly Case[] All =
    [
        new("inside/list", () =>
        {
            var list = ObjectsLib.Many(4);
            Check.Equal(ObjectsLib.Total(list), 6L);
            foreach (var c in list)
                Check.Closed(() => c.Value());
        }),
        new("inside/list-empty", () =>
        {
            Check.Equal(ObjectsLib.Total([]), 0L);
            Check.Equal(ObjectsLib.TotalOf([]), 0L);
            Check.Equal(ObjectsLib.LongestName([]), "");
            Check.That(ObjectsLib.Furthest([]) is null);
        }),
        new("inside/list-of-references", () =>
        {
            var list = ObjectsLib.Many(4);
            Check.Equal(ObjectsLib.TotalOf(list), 6L);
            Check.Equal(ObjectsLib.TotalOfEach(list), 6L);
            Check.Equal(list[3].Increment(), 4L);
        }),
        new("inside/iterator-of-owned", () =>
        {
            var list = ObjectsLib.Many(3);
            Check.Equal(ObjectsLib.TotalOfAll(list), 3L);
            Check.Closed(() => list[0].Value());
        }),
        new("inside/text-of-one-of-them", () =>
        {
            Counter[] list = [Counter.WithName("a", 1), Counter.WithName("long", 2)];
            Check.Equal(ObjectsLib.LongestName(list), "long");
            Check.Equal(list[1].Increment(), 3L);
        }),
        new("inside/borrow-of-one-of-them", () =>
        {
            var list = ObjectsLib.Many(3);
            var found = ObjectsLib.Furthest(list);
            Check.That(found is not null);
            Check.Equal(found.Value(), 2L);
            // It may be any of them.
            Check.InUse(() => list[0].Increment());
            Check.End(list);
            Check.Equal(found.Value(), 2L);
            Check.End(found);
        }),
        new("inside/map", () =>
        {
            var values = ObjectsLib.ValuesOf(new Dictionary<string, Counter>(ObjectsLib.Named()));
            Check.Equal(values.Length, 2);
            Check.Equal(values[0].Item1, "one");
            Check.Equal(values[1].Item2, 2L);
        }),
        new("inside/array-of-tuples", () =>
        {
            var (a, b) = (new Counter(3), new Counter(5));
            Check.Equal(ObjectsLib.Weighed([(10, a), (1, b)]), 35L);
            Check.Closed(() => a.Value());
        }),
        new("inside/options", () =>
        {
            var present = ObjectsLib.Present([new Counter(1), null, new Counter(2)]);
            Check.Equal(present.Length, 2);
            Check.Equal(present[1].Value(), 2L);
        }),
        new("inside/clones", () =>
        {
            Version[] list = [new Version(1, 2), new Version(3, 4)];
            var newest = ObjectsLib.Newest(list);
            Check.That(newest is not null);
            Check.Equal(newest.ToString(), "3.4");
            Check.Equal(list[1].ToString(), "3.4");
            Check.End(newest);
            Check.Equal(list[1].ToString(), "3.4");
        }),
        new("inside/shared", () =>
        {
            var a = new Shared(0);
            a.Add(2);
            Check.Equal(ObjectsLib.SharedTotal([a, a.Share(), a]), 6L);
            Check.Equal(a.Value(), 2L);
        }),
        new("inside/same-consumed-twice", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            Check.InUse(() => ObjectsLib.Total([b, a, a]));
            // Nothing was taken.
            Check.Equal(a.Increment() + b.Increment(), 5L);
        }),
        new("inside/same-lent-twice", () =>
        {
            var a = new Counter(2);
            Check.Equal(ObjectsLib.TotalOf([a, a, a]), 6L);
            Check.Equal(ObjectsLib.Furthest([a, a])!.Value(), 2L);
        }),
        new("inside/same-in-two-arguments", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            Check.InUse(() => ObjectsLib.TotalOfBoth([a], [b, a]));
            Check.Equal(ObjectsLib.TotalOfBoth([a], [b, b]), 5L);
            Check.Closed(() => a.Value());
            Check.Equal(b.Increment(), 3L);
        }),
        new("inside/receiver-in-its-own-list", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            Check.InUse(() => a.AbsorbAll([b, a]));
            Check.InUse(() => a.AddAll([b, a]));
            a.AddAll([b, b]);
            a.AbsorbAll([b]);
            Check.Equal(a.Value(), 7L);
        }),
        new("inside/closed-in-the-middle", () =>
        {
            var list = ObjectsLib.Many(5);
            Check.End(list[2]);
            Check.Closed(() => ObjectsLib.Total(list));
            Check.Closed(() => ObjectsLib.TotalOf(list));
            // Those before it are as they were.
            Check.Equal(list[1].Increment() + list[4].Increment(), 7L);
        }),
        new("inside/consumed-again", () =>
        {
            var list = ObjectsLib.Many(2);
            Check.Equal(ObjectsLib.Total(list), 1L);
            Check.Closed(() => ObjectsLib.Total(list));
            Check.Closed(() => ObjectsLib.TotalOf(list.AsSpan(1)));
        }),
        new("inside/null", () =>
        {
            var a = new Counter(1);
            Check.Missing(() => ObjectsLib.Total([a, null!]));
            Check.Missing(() => ObjectsLib.TotalOf([null!, a]));
            Check.Equal(a.Increment(), 2L);
        }),
        new("inside/says-what-and-where", () =>
        {
            var list = ObjectsLib.Many(2);
            Check.End(list[1]);
            var e = Check.Closed(() => ObjectsLib.Total(list));
            Check.Equal(e.ObjectName, "Counter");
            Check.That(e.Message.Contains("counters has a Counter that was closed", StringComparison.Ordinal));
        }),
        new("inside/error-consumes", () =>
        {
            Counter[] list = [new Counter(1), new Counter(-1)];
            Check.Throws<CounterException>(() => ObjectsLib.CheckedTotal(list));
            Check.Closed(() => ObjectsLib.CheckedTotal(list));
        }),
        new("inside/panic-consumes", () =>
        {
            var tag = Check.Tag();
            var list = ObjectsLib.Parcels(tag, 3);
            Check.Panics("at " + tag.ToString(CultureInfo.InvariantCulture), () => ObjectsLib.DropAndPanic(list));
            Check.Dropped(tag, 3);
            Check.Closed(() => list[2].Tag());
        }),
        new("inside/panic-leaves-what-was-lent", () =>
        {
            var list = ObjectsLib.Parcels(Check.Tag(), 3);
            Check.Panics("at 3 of them", () => ObjectsLib.LookAtAllAndPanic(list));
            list[0].Grow(1);
            Check.Equal(list[0].Size(), (nuint)1);
        }),
        new("inside/close-while-lent", () =>
        {
            var tag = Check.Tag();
            Parcel[] list = [Parcel.OfSize(tag, 1), Parcel.OfSize(tag, 2)];
            var gate = Gate.CreateDefault();
            Check.Meanwhile(gate, () => Check.Equal(ObjectsLib.WeighAll(list, gate), (nuint)3), () =>
            {
                Check.InUse(() => list[0].Grow(1));
                Check.Equal(list[0].Size(), (nuint)1);
                Check.End(list);
                Check.Dropped(tag, 0);
            });
            Check.Dropped(tag, 2);
        }),
        new("inside/close-while-consumed", () =>
        {
            var tag = Check.Tag();
            var list = ObjectsLib.Parcels(tag, 2);
            var gate = Gate.CreateDefault();
            Check.Meanwhile(gate, () => Check.Equal(ObjectsLib.GiveUpAll(list, gate), (nuint)2), () =>
            {
                Check.Closed(() => list[0].Tag());
                Check.End(list);
                Check.Dropped(tag, 0);
            });
            Check.Dropped(tag, 2);
        }),
        new("inside/consumed-by-many-at-once", () =>
        {
            for (var i = 0; i < 100 * Check.Scale; i++)
            {
                var tag = Check.Tag();
                var list = ObjectsLib.Parcels(tag, 8);
                var taken = 0;
                Check.AtOnce(4, number =>
                {
                    var mine = number % 2 == 1 ? list.Reverse().ToArray() : list;
                    if (Check.Caught(() => ObjectsLib.GiveUpAll(mine, Opened())) is null)
                        Interlocked.Increment(ref taken);
                });
                Check.That(taken <= 1);
                Check.End(list);
                Check.Dropped(tag, 8);
            }
        }),
        new("inside/foreign-thread", () => Check.OnThread(() =>
        {
            var tag = Check.Tag();
            Local[] list = [new Local(tag), new Local(tag)];
            Check.OnThread(() => Check.Foreign(() => ObjectsLib.FinishAll(list)));
            list[0].Increment();
            Check.Equal(ObjectsLib.FinishAll(list), 1u);
            Check.Dropped(tag, 2);
        })),
        new("inside/forgotten-after", () =>
        {
            var tag = Check.Tag();
            Check.Forget(() =>
            {
                for (var i = 0; i < 100; i++)
                    ObjectsLib.WeighAll(ObjectsLib.Parcels(tag, 10), Opened());
            });
            Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(tag), 1000), 1000);
        }),
    ];

    /// <summary>A gate that nobody has to wait in.</summary>
    private static Gate Opened()
    {
        var gate = Gate.CreateDefault();
        gate.Open();
        return gate;
    }
}
