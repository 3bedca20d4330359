using Objects;

namespace Hostile;

internal static class LibraryCases
{
    public static readonly Case[] All =
    [
        new("library/same-names", () =>
        {
            var (a, b) = (new Counter(5), new Others.Counter(5));
            Check.Equal(a.Increment(), 6L);
            Check.Equal(b.Increment(), -6L);
            Check.End(a, b);
        }),
        new("library/close-alternately", () =>
        {
            for (var round = 0; round < 1000; round++)
            {
                var (a, b) = (new Counter(5), new Others.Counter(5));
                Check.End(b);
                Check.Equal(a.Value(), 5L);
                var c = new Others.Counter(6);
                Check.End(a);
                Check.Equal(c.Value(), -6L);
                Check.End(c);
            }
        }),
        new("library/errors-are-their-own", () =>
        {
            var b = new Others.Counter(5);
            var c = new Others.Counter(6);
            Check.Throws<Others.RustPanicException>(() => c.BreakDown());
            Check.Throws<Others.RustHandleException>(() => c.Value());
            Check.End(b);
            Check.Closed(() => b.Value());
        }),
        new("library/panics-are-their-own", () =>
        {
            var (a, b) = (new Counter(5), new Others.Counter(5));
            Check.Throws<Others.RustPanicException>(() => b.BreakDown());
            Check.Panics("half way", () => a.IncrementTwice());
            Check.Equal(Check.Throws<Others.RustHandleException>(() => b.Value()).Reason, Others.RustHandleReason.Poisoned);
        }),
        new("library/counts-are-their-own", () =>
        {
            var before = Check.Live();
            var b = new Others.Counter(5);
            Check.Equal(Check.Live(), before);
            Check.End(b);
        }),
        new("library/forgotten-by-both", () =>
        {
            var n = Check.Tag();
            Check.Forget(() =>
            {
                for (var i = 0; i < 500; i++)
                {
                    _ = new Parcel(n);
                    _ = new Others.Counter(1);
                }
            });
            Check.Equal(Check.Await(() => (int)ObjectsLib.Dropped(n), 500), 500);
        }),
    ];
}
