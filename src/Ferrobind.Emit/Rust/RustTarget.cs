using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust;

/// <summary>What an export reaches, as an expression.</summary>
internal static class RustTarget
{
    public static RustCall Of(BridgePlan plan, ExportPlan export)
    {
        ImmutableArray<string> arguments = [.. export.Parameters.Select(RustArguments.Argument)];
        var owner = export.Owner is { } key ? plan.Type(key) : null;
        return (export.Idiom, owner) switch
        {
            (Idiom.None, null) => new RustCall($"::{RustKeywords.InCode(export.RustPath)}", arguments, IsPath: export.Target is ExportTarget.Value),
            (Idiom.None, _) => new RustCall(
                $"{Prefix(owner)}::{RustKeywords.InCode(export.RustPath[(export.RustPath.LastIndexOf(':') + 1)..])}", arguments,
                IsPath: export.Target is ExportTarget.Value),
            (Idiom.Default, not null) => new RustCall($"<{owner.RustType} as Default>::default", []),
            (Idiom.Display, not null) => new RustCall($"<{owner.RustType} as ToString>::to_string", arguments),
            (Idiom.Neg or Idiom.Not, _) => new RustCall($"{Operator(export.Idiom)}{arguments[0]}", [], IsPath: true),
            _ => new RustCall($"{arguments[0]} {Operator(export.Idiom)} {arguments[1]}", [], IsPath: true),
        };
    }

    // A type with arguments is no path that a member can be added to.
    private static string Prefix(TypePlan owner) =>
        owner.RustType.Contains('<', StringComparison.Ordinal) ? $"<{owner.RustType}>" : owner.RustType;

    private static string Operator(Idiom idiom) => idiom switch
    {
        Idiom.Add => "+",
        Idiom.Sub or Idiom.Neg => "-",
        Idiom.Mul => "*",
        Idiom.Div => "/",
        Idiom.Rem => "%",
        Idiom.BitAnd => "&",
        Idiom.BitOr => "|",
        Idiom.BitXor => "^",
        Idiom.Not => "!",
        _ => throw new ArgumentOutOfRangeException(nameof(idiom), idiom, "not an operator"),
    };
}
