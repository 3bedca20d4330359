using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>What a function's documentation adds to Rust's own: its results and failures in Go's terms.</summary>
internal static class FunctionDocs
{
    public static ItemDocs Of(GoPackage package, ExportPlan plan) => Of(
        package, package.Named(plan),
        FunctionWriter.ChangesReceiver(plan) && package.Types.Plan(plan.Owner!) is SumPlan sum ? sum.GoName + plan.GoName : plan.GoName);

    private static ItemDocs Of(GoPackage package, ExportPlan export, string name) => new(
        name,
        export.IsValue
            ? $"{name} is Rust's {export.RustPath}."
            : $"{name} calls Rust's {export.RustPath}.",
        IsFunction: export.Target is ExportTarget.Function,
        export.Docs,
        [.. Notes(package, export)]);

    private static IEnumerable<string> Notes(GoPackage package, ExportPlan export)
    {
        if (export.Result is OptionalResult or WireResult { Type: OptionValue } or HandleResult { IsOptional: true } or SequenceResult { IsOptional: true })
            yield return "The bool is false if there is no value.";
        var written = export.Parameters.Where(p => p.Form is SliceParameter { IsMutable: true } or RecordSliceParameter { IsMutable: true }).ToImmutableArray();
        if (!written.IsEmpty)
            yield return $"It may change the elements of {List(written, "and")}.";
        var changed = export.InOut.ToImmutableArray();
        if (!changed.IsEmpty)
            yield return $"It may change {List(changed, "and", "*")}, unless it fails.";
        if (export.Change is { } change)
        {
            var name = LocalNames.Parameter(change);
            yield return export.Use switch
            {
                ResultUse.Change => $"It calls {name} with the value, which {name} may change.",
                ResultUse.ChangeOptional => $"It calls {name} with the value, which {name} may change, if there is one; the bool says whether there is.",
                _ => $"It calls {name} with each value, which {name} may change.",
            };
        }

        var optional = export.Parameters.Where(p => p.Form is OptionalParameter or WireParameter { Type: OptionValue } or HandleParameter { IsOptional: true } && !p.IsInOut).ToImmutableArray();
        if (!optional.IsEmpty)
            yield return $"A nil {List(optional, "or")} stands for no value.";

        var lending = export.Parameters.Where(p => p.Form is ClosureParameter closure && closure.Arguments.Any(IsLent)).ToImmutableArray();
        if (!lending.IsEmpty)
            yield return $"What {List(lending, "and")} {(lending.Length == 1 ? "is" : "are")} given of Rust's is closed when {(lending.Length == 1 ? "it returns" : "they return")}.";
        foreach (var failing in export.Parameters.Where(p => p.Form is ClosureParameter { Error: not null }))
        {
            var name = LocalNames.Parameter(failing);
            var type = ErrorWriter.TypeName(((ClosureParameter)failing.Form).Error!);
            yield return $"If {name} returns an error, Rust gets it where it is {Article.Of(type, $"[*{type}]")}; any other "
                + (export.Error is null ? "is what the function panics with." : "is returned as it is.");
        }

        foreach (var closed in Closed(package, export))
            yield return closed;
        if (export.Result is SequenceResult)
        {
            yield return "The sequence can be ranged over once. That closes it, even if the loop is left early; the collector closes one that is "
                + "not ranged over.";
        }

        var checks = string.Join(", or ", Checks(package, export));
        if (export.Error is { } error)
        {
            var name = ErrorWriter.TypeName(error);
            List<string> kinds = [Article.Of(name, $"[*{name}]")];
            if (package.TakesHandles(export))
                kinds.Add("a [*HandleError] if a value of Rust's cannot be used");
            if (checks.Length > 0)
                kinds.Add($"an [*ArgumentError] if {checks}");
            yield return $"The error is {string.Join(", ", kinds.SkipLast(1))}{(kinds.Count > 1 ? ", or " : "")}{kinds[^1]}.";
        }
        else if (checks.Length > 0)
            yield return $"It panics with an [*ArgumentError] if {checks}.";
        if (export.Result is WireResult wire && package.Wire.Layout.MayMisfit([wire.Type, .. export.InOut.Select(p => ((WireParameter)p.Form).Type)]))
        {
            yield return $"It {(export.Error is null ? "panics with" : "returns")} a [*ResultError] if what Rust returned does not fit Go's types.";
        }
    }

    private static bool IsLent(ClosureArgument argument) =>
        argument.Access is ClosureAccess.Lent or ClosureAccess.LentMutably or ClosureAccess.LentWhole;

    private static IEnumerable<string> Closed(GoPackage package, ExportPlan export)
    {
        var isReceiver = export is { Owner: not null, HasReceiver: true } && export.Parameters[0].Form is HandleParameter { Access: HandleAccess.Consumed };
        if (isReceiver)
            yield return $"The {package.Types.Plan(export.Owner!).GoName} is closed by this call.";
        var given = export.Parameters.Skip(isReceiver ? 1 : 0)
            .Where(p => p.Form is HandleParameter { Access: HandleAccess.Consumed }).ToImmutableArray();
        if (!given.IsEmpty)
            yield return $"{List(given, "and")} {(given.Length == 1 ? "is" : "are")} closed by this call.";
        var inside = export.Parameters.Where(p => p.Form is WireParameter { Handles: HandleUse.Consumed }).ToImmutableArray();
        if (!inside.IsEmpty)
            yield return $"What {List(inside, "or")} {(inside.Length == 1 ? "has" : "have")} of Rust's is closed by this call.";
    }

    private static IEnumerable<string> Checks(GoPackage package, ExportPlan export)
    {
        // What is in an argument that is data, and whether it has an equal there, is too much to say here.
        if (export.Parameters.Any(p => p.Form is WireParameter or NamedParameter or RecordSliceParameter
            && package.Wire.Layout.MayBeRefused(p)))
        {
            yield return "an argument has no valid value in Rust";
            yield break;
        }

        foreach (var (forms, what) in new (Func<ParameterForm, bool>, string)[]
        {
            (form => form is TextParameter, "not valid UTF-8"),
            (form => form is ScalarParameter { Kind: ScalarKind.Char }, "not a valid rune"),
            (form => form is SliceParameter { Element: ScalarKind.Char }, "not all valid runes"),
            (form => form is HandleParameter { IsOptional: false } or ClosureParameter, "nil"),
            (form => form is ScalarParameter { Kind: ScalarKind.I128 or ScalarKind.U128 }, "out of range for 128 bits"),
        })
        {
            var found = export.Parameters.Skip(export.HasReceiver && export.Parameters[0].Form is HandleParameter ? 1 : 0)
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

    private static string List(ImmutableArray<ParameterPlan> parameters, string word, string before = "")
    {
        var names = parameters.Select(p => before + LocalNames.Parameter(p)).ToList();
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} {word} {names[^1]}";
    }
}
