using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>What a function's documentation adds to Rust's own: its results and failures in Go's terms.</summary>
internal static class FunctionDocs
{
    public static ItemDocs Of(ExportPlan export) => new(
        export.GoName,
        export.Target is ExportTarget.Value
            ? $"{export.GoName} is Rust's {export.RustPath}."
            : $"{export.GoName} calls Rust's {export.RustPath}.",
        IsFunction: export.Target is ExportTarget.Function,
        export.Docs,
        [.. Notes(export)]);

    private static IEnumerable<string> Notes(ExportPlan export)
    {
        if (export.Result is OptionalResult)
            yield return "The bool is false if there is no value.";
        var written = export.Parameters.Where(p => p.Form is SliceParameter { IsMutable: true }).ToImmutableArray();
        if (!written.IsEmpty)
            yield return $"It may change the elements of {List(written, "and")}.";
        var optional = export.Parameters.Where(p => p.Form is OptionalParameter).ToImmutableArray();
        if (!optional.IsEmpty)
            yield return $"A nil {List(optional, "or")} stands for no value.";

        var checks = string.Join(", or ", Checks(export));
        if (export.Error is { } error)
        {
            var name = ErrorWriter.TypeName(error);
            yield return $"The error is {("AEIOU".Contains(name[0], StringComparison.Ordinal) ? "an" : "a")} [*{name}]"
                + (checks.Length > 0 ? $", or an [*ArgumentError] if {checks}." : ".");
        }
        else if (checks.Length > 0)
            yield return $"It panics with an [*ArgumentError] if {checks}.";
    }

    private static IEnumerable<string> Checks(ExportPlan export)
    {
        foreach (var (forms, what) in new (Func<ParameterForm, bool>, string)[]
        {
            (form => form is TextParameter, "not valid UTF-8"),
            (form => form is ScalarParameter { Kind: ScalarKind.Char }, "not a valid rune"),
            (form => form is SliceParameter { Element: ScalarKind.Char }, "not all valid runes"),
            (form => form is ScalarParameter { Kind: ScalarKind.I128 or ScalarKind.U128 }, "out of range for 128 bits"),
        })
        {
            var found = export.Parameters
                .Where(p => forms(p.Form is OptionalParameter optional ? optional.Inner : p.Form)).ToImmutableArray();
            if (!found.IsEmpty)
                yield return $"{List(found, "or")} is {what}";
        }

        foreach (var written in export.Parameters.Where(p => p.Form is SliceParameter { IsMutable: true }))
        {
            if (export.Parameters.Count(p => p.Form.IsMemory) > 1)
                yield return $"{LocalNames.Parameter(written)} shares memory with another argument";
        }
    }

    private static string List(ImmutableArray<ParameterPlan> parameters, string word)
    {
        var names = parameters.Select(LocalNames.Parameter).ToList();
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} {word} {names[^1]}";
    }
}
