using Objects;

namespace Hostile;

internal static class MethodCases
{
    public static readonly Case[] All =
    [
        new("method/shared", () =>
        {
            var c = new Counter(1);
            Check.Equal(c.Value(), 1L);
            Check.Equal(c.Value(), 1L);
        }),
        new("method/text", () =>
        {
            foreach (var size in (int[])[0, 1, 199, 255, 256, 257, 100_000])
            {
                var text = new string('n', size);
                var c = Counter.WithName(text, 0);
                Check.Equal(c.Name(), text);
                Check.End(c);
            }
        }),
        new("method/exclusive", () =>
        {
            var c = new Counter(1);
            Check.Equal(c.Increment(), 2L);
            Check.Equal(c.Increment(), 3L);
        }),
        new("method/text-argument", () =>
        {
            var c = new Counter(1);
            c.SetName("ünö");
            Check.Equal(c.Name(), "ünö");
        }),
        new("method/returns-itself", () =>
        {
            var c = new Counter(1);
            Check.Equal(c.Plus(2) == c, true);
            Check.Equal(c.Plus(1).Plus(1).Value(), 5L);
        }),
        new("method/result", () =>
        {
            var got = new Counter(1).Limited(4);
            Check.Equal(got, 5L);
        }),
        new("method/error-poisons-nothing", () =>
        {
            var c = new Counter(1);
            Check.Throws<CounterException>(() => c.Limited(-1));
            Check.Equal(c.Increment(), 2L);
        }),
        new("method/shared-argument", () =>
        {
            var (a, b) = (new Counter(1), new Counter(10));
            a.AddFrom(b);
            Check.Equal(a.Value(), 11L);
            Check.Equal(b.Value(), 10L);
        }),
        new("method/exclusive-argument", () =>
        {
            var (a, b) = (new Counter(1), new Counter(10));
            a.Swap(b);
            Check.Equal(a.Value(), 10L);
            Check.Equal(b.Value(), 1L);
        }),
        new("method/consumed-argument", () =>
        {
            var (a, b) = (new Counter(1), new Counter(10));
            a.Absorb(b);
            Check.Equal(a.Value(), 11L);
            Check.Closed(() => b.Value());
        }),
        new("method/consumes", () =>
        {
            var c = new Counter(6);
            Check.Equal(c.IntoValue(), 6L);
            Check.Closed(() => c.Value());
        }),
        new("method/consumes-box", () =>
        {
            var c = new Counter(6);
            Check.Equal(c.Unbox(), 6L);
            Check.Closed(() => c.Unbox());
        }),
        new("method/consumes-two", () =>
        {
            var (a, b) = (Counter.WithName("a", 1), Counter.WithName("b", 2));
            var c = a.Joined(b);
            Check.Equal(c.Name(), "ab");
            Check.Equal(c.Value(), 3L);
            Check.Closed(() => a.Value());
            Check.Closed(() => b.Value());
        }),
        new("method/consumes-and-succeeds", () =>
        {
            var got = new Counter(6).IntoPositive();
            Check.Equal(got, 6L);
        }),
        new("method/consumes-and-fails", () =>
        {
            var c = new Counter(-6);
            Check.Equal(Check.Throws<CounterException>(() => c.IntoPositive()).Message, "a counter starts at 0 or more");
            Check.Closed(() => c.IntoPositive());
        }),
        new("method/handle-error-is-returned", () =>
        {
            var c = new Counter(6);
            Check.End(c);
            Check.Closed(() => c.Limited(1));
            Check.Closed(() => c.TryLimited(1, out _));
            Check.Closed(() => c.TryLimited(1, out _, out _));
        }),
        new("function/consumes-two", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            Check.Equal(ObjectsLib.Both(a, b), 1002L);
            Check.Closed(() => a.Value());
            Check.Closed(() => b.Value());
        }),
        new("function/two-exclusive", () =>
        {
            var (a, b) = (new Counter(1), new Counter(2));
            ObjectsLib.SwapBoth(a, b);
            ObjectsLib.SwapBoth(b, a);
            ObjectsLib.SwapBoth(a, b);
            Check.Equal(a.Value(), 2L);
            Check.Equal(b.Value(), 1L);
        }),
        new("function/mixed", () =>
        {
            var (a, b, c) = (new Counter(1), new Counter(2), new Counter(3));
            Check.Equal(ObjectsLib.Transfer(a, b, c), 3L);
            Check.Equal(a.Value(), 0L);
            Check.Equal(b.Value(), 3L);
        }),
        new("function/three", () =>
        {
            var (a, b, c) = (new Counter(1), new Counter(2), new Counter(3));
            Check.Equal(ObjectsLib.Three(a, b, c), 6L);
            Check.Equal(a.Value() + b.Value(), 3L);
            Check.Closed(() => c.Value());
        }),
        new("function/same-shared-twice", () =>
        {
            var a = new Counter(4);
            Check.Equal(Counter.Sum(a, a), 8L);
            Check.Equal(a.Increment(), 5L);
        }),
        new("function/some", () => Check.Equal(ObjectsLib.OrZero(new Counter(4)), 4L)),
        new("function/none", () => Check.Equal(ObjectsLib.OrZero(null), 0L)),
        new("function/consumes-some", () =>
        {
            var c = new Counter(4);
            Check.Equal(ObjectsLib.TakeOrZero(c), 4L);
            Check.Closed(() => ObjectsLib.TakeOrZero(c));
        }),
        new("function/consumes-none", () => Check.Equal(ObjectsLib.TakeOrZero(null), 0L)),
        new("function/slice-and-handle", () => Check.Equal(ObjectsLib.SumAll([1, 2, 3], new Counter(4)), 10L)),
        new("function/any-order-of-addresses", () =>
        {
            var all = ObjectsLib.Many(16);
            foreach (var a in all)
            {
                foreach (var b in all)
                {
                    if (a != b)
                        ObjectsLib.SwapBoth(a, b);
                    Counter.Sum(a, b);
                }
            }

            var sum = 0L;
            foreach (var c in all)
                sum += c.IntoValue();
            Check.Equal(sum, 120L);
        }),
        new("trait/same-method-of-two-types", () =>
        {
            Check.Equal(new Circle(2).Area(), 12.0);
            Check.Equal(new Square(2).Area(), 4.0);
        }),
        new("trait/exclusive", () =>
        {
            var s = new Square(2);
            s.Scale(2);
            Check.Equal(s.Side(), 4.0);
        }),
        new("trait/default-method", () =>
        {
            var c = new Circle(1);
            string[] texts = [c.Describe(), c.Describe2()];
            Check.That(texts.Contains("a shape of 3"));
            Check.That(texts.Contains("a tagged circle"));
        }),
        new("trait/overridden-method", () => Check.Equal(new Square(2).Describe(), "a square")),
        new("trait/consumes", () =>
        {
            var c = new Circle(2);
            Check.Equal(c.IntoTag(), "circle 2");
            Check.Closed(() => c.Area());
        }),
        new("trait/closed", () =>
        {
            var s = new Square(2);
            Check.End(s);
            Check.Closed(() => s.Area());
            Check.Closed(() => s.Scale(1));
        }),
    ];
}
