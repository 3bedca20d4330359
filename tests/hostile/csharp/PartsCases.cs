using System.Globalization;
using Objects;

namespace Hostile;

/// <summary>Handles in the fields of data.</summary>
internal static class PartsCases
{
    public static readonly Case[] All =
    [
        new("parts/record", () =>
        {
            var tag = Check.Tag();
            var crew = ObjectsLib.CrewOf("öne", tag);
            Check.Equal(crew.Name, "öne");
            Check.Equal(crew.Captain.Tag(), tag);
            Check.Equal(crew.Others.Length, 2);
            Check.Equal(crew.Others[1].Size(), (nuint)2);
            Check.That(crew.Spare is null);
            crew = crew with { Spare = new Parcel(tag) };
            Check.Equal(ObjectsLib.Dismiss(crew), (nuint)4);
            Check.Dropped(tag, 4);
            Check.Closed(() => crew.Captain.Tag());
        }),
        new("parts/records", () =>
        {
            var tag = Check.Tag();
            foreach (var (i, crew) in ObjectsLib.Crews(3, tag).Index())
            {
                Check.Equal(crew.Name, i.ToString(CultureInfo.InvariantCulture));
                Check.Equal(ObjectsLib.Dismiss(crew), (nuint)3);
            }

            Check.Dropped(tag, 9);
        }),
        new("parts/sequence", () =>
        {
            var tag = Check.Tag();
            Check.Forget(() =>
            {
                foreach (var crew in ObjectsLib.Recruits(100, tag))
                {
                    Check.Equal(crew.Captain.Tag(), tag);
                    if (crew.Name == "2")
                        break;
                }
            });
            Check.Equal(Check.Await(() => Check.Live() - Check.Kept, 0), 0);
        }),
        new("parts/method-that-consumes", () =>
        {
            var crew = ObjectsLib.CrewOf("x", Check.Tag());
            var turned = ObjectsLib.Rotate(crew.Rotate());
            Check.Equal(turned.Captain.Size(), (nuint)2);
            Check.Equal(turned.Others[1].Size(), (nuint)1);
            Check.Closed(() => crew.Rotate());
        }),
        new("parts/enum", () =>
        {
            var tag = Check.Tag();
            Check.Equal(ObjectsLib.CargoOf(0, tag), new Cargo.Nothing());
            var one = (Cargo.One)ObjectsLib.CargoOf(1, tag);
            Check.Equal(one.Value.Tag(), tag);
            var many = (Cargo.Many)ObjectsLib.CargoOf(3, tag);
            Check.Equal(many.Label, "3 parcels");
            Check.Equal(ObjectsLib.Unload(one), (nuint)1);
            Check.Equal(ObjectsLib.Unload(many), (nuint)3);
            Check.Equal(ObjectsLib.Unload(new Cargo.Nothing()), (nuint)0);
            Check.Closed(() => many.Parcels[2].Tag());
            Check.Dropped(tag, 4);
        }),
        new("parts/enums", () =>
        {
            var tag = Check.Tag();
            Check.Equal(ObjectsLib.UnloadAll([ObjectsLib.CargoOf(2, tag), new Cargo.Nothing(), ObjectsLib.CargoOf(1, tag)]), (nuint)3);
            Check.Dropped(tag, 3);
        }),
        new("parts/contains-itself", () =>
        {
            var tag = Check.Tag();
            var knot = ObjectsLib.Knots(5, tag);
            Check.Equal(knot.Next!.Next!.Parcel.Tag(), tag);
            Check.Equal(ObjectsLib.Untie(knot), 5u);
            Check.Dropped(tag, 5);
        }),
        new("parts/contains-itself-too-deep", () =>
        {
            var tag = Check.Tag();
            var knot = new Knot(new Parcel(tag), null);
            for (var i = 0; i < 200; i++)
                knot = new Knot(new Parcel(tag), knot);
            Check.Missing(() => ObjectsLib.Untie(knot));
            Check.Dropped(tag, 0);
            Check.Caught(() => ObjectsLib.Knots(200, tag));
            GC.KeepAlive(knot);
        }),
        new("parts/closed-in-the-middle", () =>
        {
            var tag = Check.Tag();
            var crew = ObjectsLib.CrewOf("x", tag);
            Check.End(crew.Others[0]);
            Check.Closed(() => ObjectsLib.Dismiss(crew));
            Check.Equal(crew.Captain.Tag(), tag);
            Check.Equal(ObjectsLib.Dismiss(crew with { Others = crew.Others[1..] }), (nuint)2);
        }),
        new("parts/same-twice", () =>
        {
            var tag = Check.Tag();
            var crew = ObjectsLib.CrewOf("x", tag);
            Check.InUse(() => ObjectsLib.Dismiss(crew with { Spare = crew.Captain }));
            Check.Dropped(tag, 0);
            var two = new Cargo.Many("two", [crew.Captain, crew.Others[0]]);
            Check.InUse(() => ObjectsLib.UnloadAll([two, new Cargo.One(crew.Captain)]));
            Check.Equal(ObjectsLib.Dismiss(crew), (nuint)3);
        }),
        new("parts/null", () =>
        {
            var crew = ObjectsLib.CrewOf("x", Check.Tag());
            Check.Missing(() => ObjectsLib.Dismiss(crew with { Captain = null! }));
            Check.Equal(ObjectsLib.Dismiss(crew), (nuint)3);
            Check.Missing(() => ObjectsLib.Unload(null!));
        }),
        new("parts/copy-has-the-same-handles", () =>
        {
            var crew = ObjectsLib.CrewOf("x", Check.Tag());
            var copied = crew with { Name = "y" };
            Check.That(ReferenceEquals(copied.Captain, crew.Captain));
            ObjectsLib.Dismiss(copied);
            Check.Closed(() => crew.Captain.Tag());
        }),
        new("parts/borrowed-type-stays", () =>
        {
            var team = new Team(new Counter(3), 1);
            var leader = team.Leader;
            Check.InUse(() => team.Count());
            Check.Equal(leader.Value(), 3L);
            Check.End(leader);
            Check.Equal(team.Count(), 4L);
            Check.Equal(team.Size, 2u);
        }),
        new("parts/forgotten", () =>
        {
            var tag = Check.Tag();
            Check.Forget(() =>
            {
                for (var i = 0; i < 50; i++)
                {
                    ObjectsLib.CrewOf("x", tag);
                    ObjectsLib.CargoOf(3, tag);
                    ObjectsLib.Knots(4, tag);
                }
            });
            Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(tag), 500), 500);
        }),
    ];
}
