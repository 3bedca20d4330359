using Objects;

namespace Hostile;

/// <summary>Data that is changed where it is.</summary>
internal static class PlaceCases
{
    private static readonly InvalidTimeZoneException _mine = new("mine");

    public static readonly Case[] All =
    [
        new("place/one", () =>
        {
            using var b = new Board([1, 2]);
            b.FirstMut((ref cell) => cell += 40);
            Check.Items(b.Cells(), 41, 2);
            b.Entry("x", (ref w) => w = new Burden(w.Word + "ß", 3));
            b.Entry("x", (ref w) => w = w with { Weight = w.Weight + 1 });
            Check.Equal(b.Weight("x"), new Burden("ß", 4));
        }),
        new("place/perhaps", () =>
        {
            using var b = new Board([1, 2]);
            Check.That(b.CellMut(1, (ref cell) => cell = -1));
            Check.That(!b.CellMut(2, (ref _) => Check.Fail("called")));
            Check.Items(b.Cells(), 1, -1);
        }),
        new("place/result", () =>
        {
            using var b = new Board([1]);
            b.CellMutOrThrow(0, (ref cell) => cell = 7);
            Check.Equal(Check.Throws<RustException>(() => b.CellMutOrThrow(9, (ref _) => Check.Fail("called"))).Message, "there is no cell 9");
            Check.Items(b.Cells(), 7);
        }),
        new("place/each", () =>
        {
            using var b = new Board([1, 2, 3]);
            b.CellsMut((ref cell) => cell *= cell);
            Check.Items(b.Cells(), 1, 4, 9);
        }),
        new("place/pairs", () =>
        {
            using var b = new Board([]);
            b.Entry("b", (ref _) => { });
            b.Entry("a", (ref _) => { });
            var names = "";
            b.WeightsMut((name, ref w) =>
            {
                names += name;
                w = w with { Word = name + name };
            });
            Check.Equal(names + b.Weight("b")!.Word, "abbb");
        }),
        new("place/inside-of-data", () =>
        {
            var row = new Row([new("a", 0), new("b", 0)]);
            Check.That(row.WeightMut(1, (ref weight) => weight = 5));
            Check.That(!row.WeightMut(2, (ref _) => Check.Fail("called")));
            Check.Equal(row.All[1], new Burden("b", 5));
        }),
        new("place/chain-of-data", () =>
        {
            var row = new Row([new("a", 0)]);
            row.Heavier(3);
            Check.Equal(row.All[0].Weight, 3u);
        }),
        new("place/items-of-data", () =>
        {
            var row = new Row([new("a", 1), new("ß", 2)]);
            Check.Items(row.Words(), "a", "ß");
            Check.Items(row.Heavy()!, new("a", 1), new("ß", 2));
            Check.That(new Row([]).Heavy() is null);
            Check.Items(new Row([]).Words());
            Check.Items(row.Tags(), 1u, 2u);
        }),
        new("place/view-of-data", () =>
        {
            Burden[] list = [new("a", 1), new(new('b', 1000), 5)];
            using var best = new Heaviest(list);
            Array.Clear(list);
            Check.Collect();
            Check.Equal(best.Word().Length, 1000);
        }),
        new("place/re-entrance-is-refused", () =>
        {
            var b = new Board([1, 2]);
            b.CellsMut((ref cell) =>
            {
                Check.InUse(() => b.Cells());
                Check.InUse(() => b.FirstMut((ref _) => { }));
                cell++;
            });
            Check.Items(b.Cells(), 2, 3);
            b.FirstMut((ref _) => b.Dispose());
            Check.Closed(() => b.Cells());
        }),
        new("place/panic-poisons", () =>
        {
            using var b = new Board([1, 2]);
            Check.That(ReferenceEquals(Check.Caught(() => b.FirstMut((ref _) => throw _mine)), _mine));
            Check.Poisoned(() => b.Cells());
            using var empty = new Board([]);
            Check.Panics("index out of bounds: the len is 0 but the index is 0", () => empty.FirstMut((ref _) => { }));
        }),
        new("place/error-changes-nothing", () =>
        {
            using var b = new Board([1]);
            Check.Missing(() => b.FirstMut(null!));
            Check.That(Check.Caught(() => b.Entry("x", (ref w) => w = new Burden("\ud800", 1))) is not null);
        }),
    ];
}
