using Values;

namespace Behaviour;

/// <summary>Errors that carry values, and results that are data.</summary>
internal static class ValueErrorCases
{
    public static readonly Case[] All =
    [
        new("values/errors-carry-values", () =>
        {
            Check.Equal(Failures.Read(0), "fine");
            foreach (var (kind, want) in ((byte, ReadError)[])[
                (1, new ReadError.Missing()), (2, new ReadError.TooLong(99)), (3, new ReadError.Invalid("xxx")), (255, new ReadError.Invalid(new string('x', 255)))])
            {
                var e = Check.Throws<ReadException>(() => Failures.Read(kind));
                Check.Equal(e.Value, want);
                Check.Equal(e.Message, want.ToString());
            }

            var denied = Check.Throws<DeniedException>(() => Failures.Enter(1));
            Check.Equal((denied.Value, denied.Message), (Denied.Busy, "busy"));
            Check.Equal(Failures.Enter(7), (byte)7);
        }),
        new("values/errors-that-are-records", () =>
        {
            Failures.Load(false);
            var e = Check.Throws<LoadFailureException>(() => Failures.Load(true));
            Check.Equal(e.Value, new LoadFailure(7, new ReadError.Invalid("the header")));
            Check.Equal(e.Message, "line 7 cannot be loaded");
        }),
        new("values/error-sources", () =>
        {
            var source = Check.Throws<LoadFailureException>(() => Failures.Load(true)).InnerException!;
            Check.Equal(source.Message, "the header is invalid");
            Check.That(source is RustException && source.InnerException is null);
            Check.That(Check.Throws<ReadException>(() => Failures.Read(1)).InnerException is null);
        }),
        new("values/errors-erased", () =>
        {
            Check.Equal(Failures.Erased(false), (byte)1);
            var e = Check.Throws<RustException>(() => Failures.Erased(true));
            Check.Equal((e.Message, e.InnerException!.Message), ("line 7 cannot be loaded", "the header is invalid"));
        }),
        new("values/errors-is", () =>
        {
            Check.Equal(Sort(1), "missing");
            Check.Equal(Sort(2), "99");
            Check.Equal(Sort(3), "other");
            try
            {
                Failures.Enter(0);
                Check.Fail("no exception");
            }
            catch (DeniedException e) when (e.Value == Denied.Forbidden)
            {
            }
        }),
        new("values/try-forms", () =>
        {
            Check.That(Failures.TryRead(0, out var text) && text == "fine");
            Check.That(!Failures.TryRead(3, out text) && text is null);
            Check.That(Failures.TryRead(0, out text, out var wrong) && wrong is null);
            Check.That(!Failures.TryRead(3, out text, out wrong) && wrong == new ReadError.Invalid("xxx"));
            Check.That(!Failures.TryRead(255, out text, out wrong) && wrong == new ReadError.Invalid(new string('x', 255)));
            Check.That(Failures.TryEnter(5, out var door) && door == 5);
            Check.That(!Failures.TryEnter(0, out door) && door == 0);
            Check.That(!Failures.TryEnter(1, out door, out var denied) && denied == Denied.Busy);
            Check.That(Failures.TryLoad(false) && !Failures.TryLoad(true));
            Check.That(Failures.TryLoad(false, out var failure) && failure is null);
            Check.That(!Failures.TryLoad(true, out failure) && failure == new LoadFailure(7, new ReadError.Invalid("the header")));
            Check.That(Failures.TryErased(false, out var number) && number == 1);
            Check.That(!Failures.TryErased(true, out number) && number == 0);
        }),
        new("values/never-fails", () =>
        {
            Check.Equal(StdTypes.NeverFails(5), 5u);
            Check.That(StdTypes.TryNeverFails(6, out var number) && number == 6);
        }),
        new("values/results-as-data", () =>
        {
            Check.Equal(Nested.Either(5), RustResult<int, int>.Ok(5));
            Check.Equal(Nested.Either(-5), RustResult<int, int>.Err(-5));
            Check.Equal(Nested.UnitError(false), RustResult<byte, RustUnit>.Ok(1));
            Check.Equal(Nested.UnitError(true), RustResult<byte, RustUnit>.Err(default));
            RustResult<uint, string>[] results = [RustResult<uint, string>.Ok(1), RustResult<uint, string>.Err("no"), RustResult<uint, string>.Err("")];
            Check.Same<RustResult<uint, string>>(Nested.EchoResults(results), results);
            Check.Equal(Nested.Either(-5).Match(_ => "ok", e => $"{e}"), "-5");
        }),
        new("values/results-in-options", () =>
        {
            Check.That(Nested.EchoOptionResult(null) is null);
            Check.Same<byte>(Nested.EchoOptionResult(RustResult<byte[], Person>.Ok([1, 0, 255]))!.Value.Value, [1, 0, 255]);
            Check.Equal(Nested.EchoOptionResult(RustResult<byte[], Person>.Err(ValueCases.Ada()))!.Value.Error, ValueCases.Ada());
        }),
        new("values/errors-no-growth", () => Check.Grows(20_000, 400, () =>
        {
            Check.That(!Failures.TryRead(255, out _) && !Failures.TryRead(255, out _, out _));
            Check.That(!Failures.TryLoad(true, out _));
        })),
    ];

    private static string Sort(byte kind)
    {
        try
        {
            return Failures.Read(kind);
        }
        catch (ReadException e) when (e.Value is ReadError.Missing)
        {
            return "missing";
        }
        catch (ReadException e) when (e.Value is ReadError.TooLong(var length))
        {
            return $"{length}";
        }
        catch (ReadException)
        {
            return "other";
        }
    }
}
