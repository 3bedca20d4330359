using Objects;

namespace Hostile;

/// <summary>Trait objects.</summary>
internal static class DynCases
{
    public static readonly Case[] All =
    [
        new("dyn/box", () =>
        {
            var tag = Check.Tag();
            var a = ObjectsLib.Hire(tag);
            Check.Equal(a.Tag(), tag);
            Check.Equal(a.Rehearse(2), 2u);
            Check.Equal(a.Speak(), "player 2 speaks");
            Check.Equal(a.Name(), "player 2");
            Check.Equal(a.ToString(), "a player with 2 lines");
            Check.End(a);
            Check.Dropped(tag, 1);
            Check.Closed(() => a.Tag());
        }),
        new("dyn/option", () =>
        {
            Check.That(ObjectsLib.HireIf(0) is null);
            var a = ObjectsLib.HireIf(Check.Tag());
            Check.That(a is not null);
            Check.Equal(a.Rehearse(1), 1u);
        }),
        new("dyn/of-an-implementor", () =>
        {
            var tag = Check.Tag();
            var p = new Player(tag);
            p.Rehearse(3);
            var a = p.IntoActor();
            Check.Closed(() => p.Lines());
            Check.Equal(a.Rehearse(1), 4u);
            Check.Equal(ObjectsLib.Hear(a), "player 4 speaks");
            Check.Equal(ObjectsLib.Fire(a), tag);
            Check.Dropped(tag, 1);
        }),
        new("dyn/consumed", () =>
        {
            var tag = Check.Tag();
            var (a, b) = (ObjectsLib.Hire(tag), ObjectsLib.Hire(tag));
            Check.Equal(ObjectsLib.Fire(a), tag);
            Check.Equal(b.Retire(), tag);
            Check.Dropped(tag, 2);
            Check.Closed(() => ObjectsLib.Fire(a));
            Check.Closed(() => b.Retire());
        }),
        new("dyn/lists", () =>
        {
            var tag = Check.Tag();
            var all = ObjectsLib.HireMany(3, tag);
            all[1].Rehearse(7);
            Check.Items(ObjectsLib.HearAll(all), "player 0 speaks", "player 7 speaks", "player 0 speaks");
            Check.InUse(() => ObjectsLib.FireAll([all[0], all[0]]));
            Check.Equal(ObjectsLib.FireAll(all), (nuint)3);
            Check.Dropped(tag, 3);
        }),
        new("dyn/exclusive", () =>
        {
            var (a, b) = (ObjectsLib.Hire(Check.Tag()), ObjectsLib.Hire(Check.Tag()));
            Check.Equal(ObjectsLib.Teach(a, b), 1u);
            Check.InUse(() => ObjectsLib.Teach(a, a));
            Check.Equal(a.Rehearse(1), 2u);
        }),
        new("dyn/kept-by-another", () =>
        {
            var tag = Check.Tag();
            var troupe = Troupe.CreateDefault();
            troupe.Add(ObjectsLib.Hire(tag)).Add(new Player(tag).IntoActor());
            var first = troupe.First();
            Check.That(first is not null);
            Check.Equal(first.Tag(), tag);
            Check.InUse(() => troupe.Remove(0));
            Check.ReadOnly(() => first.Rehearse(1));
            Check.ReadOnly(() => first.Retire());
            Check.End(first);
            var left = troupe.Remove(0);
            Check.Equal(left.Rehearse(1), 1u);
            Check.End(troupe);
            Check.Dropped(tag, 1);
            Check.End(left);
            Check.Dropped(tag, 2);
        }),
        new("dyn/borrow-outlives-its-owner", () =>
        {
            var tag = Check.Tag();
            var troupe = Troupe.CreateDefault();
            troupe.Add(ObjectsLib.Hire(tag));
            var first = troupe.First()!;
            Check.End(troupe);
            Check.Equal(first.Speak(), "player 0 speaks");
            Check.Dropped(tag, 0);
            Check.End(first);
            Check.Dropped(tag, 1);
        }),
        new("dyn/borrow-that-writes", () =>
        {
            var troupe = Troupe.CreateDefault();
            troupe.Add(ObjectsLib.Hire(Check.Tag()));
            var first = troupe.FirstMut()!;
            Check.Equal(first.Rehearse(5), 5u);
            Check.InUse(() => troupe.First());
            Check.End(first);
            Check.Equal(troupe.First()!.Name(), "player 5");
        }),
        new("dyn/sequence", () =>
        {
            var tag = Check.Tag();
            var troupe = Troupe.CreateDefault();
            for (var i = 0; i < 5; i++)
                troupe.Add(ObjectsLib.Hire(tag));
            var count = 0;
            foreach (var actor in troupe.All())
            {
                Check.Equal(actor.Tag(), tag);
                Check.End(actor);
                count++;
            }

            Check.Equal(count, 5);
            Check.End(troupe);
            Check.Dropped(tag, 5);
        }),
        new("dyn/shared", () =>
        {
            var tag = Check.Tag();
            var a = ObjectsLib.HireShared(tag);
            var troupe = Troupe.CreateDefault();
            troupe.Invite(a);
            Check.Equal(a.Tag(), tag);
            Check.InUse(() => a.Rehearse(1));
            Check.InUse(() => ObjectsLib.Fire(a));
            var guest = troupe.Guest();
            Check.That(guest is not null);
            Check.End(a, troupe);
            Check.Equal(guest.Rehearse(2), 2u);
            // One that is shared stays so.
            Check.InUse(() => ObjectsLib.Fire(guest));
            Check.End(guest);
            Check.Dropped(tag, 1);
        }),
        new("dyn/box-becomes-shared", () =>
        {
            var tag = Check.Tag();
            var a = ObjectsLib.Hire(tag);
            var troupe = Troupe.CreateDefault();
            troupe.Invite(a);
            Check.Equal(a.Speak(), "player 0 speaks");
            Check.End(troupe);
            Check.Equal(a.Rehearse(1), 1u);
            Check.End(a);
            Check.Dropped(tag, 1);
        }),
        new("dyn/panics", () =>
        {
            var tag = Check.Tag();
            var a = new Diva(tag).IntoActor();
            Check.Panics("everybody knows", () => a.Speak());
            Check.Panics("beyond words", () => a.ToString());
            Check.Equal(a.Tag(), tag);
            Check.Panics("never", () => a.Rehearse(1));
            Check.Poisoned(() => a.Tag());
            // Its end is contained.
            Check.End(a);
            Check.Dropped(tag, 1);
        }),
        new("dyn/close-during-a-call", () =>
        {
            var tag = Check.Tag();
            var (a, gate) = (ObjectsLib.Hire(tag), Gate.CreateDefault());
            Check.Meanwhile(gate, () => Check.Equal(ObjectsLib.Listen(a, gate), tag), () =>
            {
                Check.InUse(() => a.Rehearse(1));
                Check.End(a);
                Check.Dropped(tag, 0);
            });
            Check.Dropped(tag, 1);
        }),
        new("dyn/belongs-to-its-thread", () => Check.OnThread(() =>
        {
            var s = ObjectsLib.SquareShape(3);
            Check.Equal(s.Area(), 9.0);
            Check.OnThread(() => Check.Foreign(() => s.Area()));
            Check.Equal(ObjectsLib.AreaOf(s), 9.0);
            var c = new Circle(2).IntoShape();
            Check.Equal(c.Describe(), "a shape of 12");
            Check.End(s, c);
        })),
        new("dyn/that-borrows", () => Check.OnThread(() =>
        {
            var tag = Check.Tag();
            var p = new Parcel(tag);
            var v = ObjectsLib.View(p);
            Check.End(p);
            Check.Equal(v.Seen(), tag);
            Check.Dropped(tag, 0);
            Check.End(v);
            Check.Dropped(tag, 1);
        })),
        new("dyn/null", () =>
        {
            Check.Missing(() => ObjectsLib.Hear(null!));
            Check.Missing(() => ObjectsLib.Fire(null!));
            Check.Missing(() => ObjectsLib.HearAll([null!]));
        }),
        new("dyn/at-once", () =>
        {
            var tag = Check.Tag();
            var a = ObjectsLib.Hire(tag);
            Check.AtOnce(4, _ =>
            {
                for (var i = 0; i < 200 * Check.Scale; i++)
                {
                    Check.Caught(() => a.Rehearse(1));
                    Check.Caught(() => ObjectsLib.Hear(a));
                }
            });
            Check.Equal(ObjectsLib.Fire(a), tag);
            Check.Dropped(tag, 1);
        }),
        new("dyn/forgotten", () =>
        {
            var tag = Check.Tag();
            Check.Forget(() =>
            {
                for (var i = 0; i < 200; i++)
                {
                    ObjectsLib.Hire(tag);
                    ObjectsLib.HireShared(tag);
                    var troupe = Troupe.CreateDefault();
                    troupe.Add(new Player(tag).IntoActor());
                    troupe.First();
                }
            });
            Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(tag), 600), 600);
        }),
    ];
}
