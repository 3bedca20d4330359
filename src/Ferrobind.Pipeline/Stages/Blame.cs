using Ferrobind.Build;
using Ferrobind.Emit.Rust;

namespace Ferrobind.Pipeline.Stages;

/// <summary>An export or a type that the compiler does not accept.</summary>
/// <param name="Key">The export's symbol, or the type's key.</param>
/// <param name="Message">The first that the compiler says.</param>
/// <param name="MayBeOfLifetimes">It may be for its lifetimes alone, which can be written otherwise.</param>
internal sealed record Blamed(string Key, string Message, bool MayBeOfLifetimes);

/// <summary>Which exports and types of a bridge the compiler's errors are about.</summary>
internal static class Blame
{
    private const string Conflict = "E0119";

    // A method that is not there, a bound that is not met, a type that is another one or that nothing says: whatever the lifetimes.
    private static readonly HashSet<string?> NotOfLifetimes = ["E0271", "E0277", "E0282", "E0283", "E0599"];

    /// <summary>
    /// Each error is blamed on the export, or the type, in whose lines it lies; the first message stands for all. One in a macro of
    /// the support code's lies where the macro is used, too; and one that has no other place, where it points to besides.
    /// </summary>
    /// <param name="directory">The bridge's.</param>
    public static IReadOnlyList<Blamed> Of(IEnumerable<CompilerMessage> errors, RustBridge bridge, string directory)
    {
        var spans = Spans(bridge).ToLookup(span => Path.Combine(directory, span.File), StringComparer.Ordinal);
        var blamed =
            from error in errors
            let key = error.Spans.OrderByDescending(place => place.IsPrimary)
                .SelectMany(place => spans[place.File].Where(span => span.First <= place.FirstLine && place.FirstLine <= span.Last))
                .Select(span => span.Key)
                .FirstOrDefault()
            where key is not null
            select (Key: key, Error: error);
        return
        [
            .. from pair in WithoutConsequences([.. blamed], bridge.TypeSpans.Select(span => span.Key).ToHashSet(StringComparer.Ordinal))
               group pair.Error by pair.Key into errorsOf
               let first = errorsOf.First()
               select new Blamed(
                   errorsOf.Key, first.Code is { } code ? $"{first.Text} ({code})" : first.Text, errorsOf.All(e => !NotOfLifetimes.Contains(e.Code))),
        ];
    }

    // A type that is none could be any other for all that the compiler knows: its impls conflict with those of every other, and then
    // whatever mentions the support code's traits fails. So types go first, and exports are judged without them.
    private static IEnumerable<(string Key, CompilerMessage Error)> WithoutConsequences(
        IReadOnlyCollection<(string Key, CompilerMessage Error)> blamed, HashSet<string> types)
    {
        var broken = blamed.Where(pair => types.Contains(pair.Key) && pair.Error.Code is not null).ToArray();
        if (broken.Length == 0)
            return blamed;
        var causes = broken.Where(pair => pair.Error.Code != Conflict).ToArray();
        return causes.Length > 0 ? causes : broken;
    }

    private static IEnumerable<(string Key, string File, int First, int Last)> Spans(RustBridge bridge) =>
        bridge.TypeSpans.Select(span => (span.Key, span.File, span.FirstLine, span.LastLine))
            .Concat(bridge.Spans.Select(span => (span.Symbol, span.File, span.FirstLine, span.LastLine)));
}
