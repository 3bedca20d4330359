using System.Collections.Immutable;
using System.Globalization;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust;

/// <summary>What an export reaches, as an expression.</summary>
internal static class RustTarget
{
    public static RustCall Of(BridgePlan plan, ExportPlan export)
    {
        var call = Called(plan, export);
        var change = export.Change?.CName ?? "";
        return export.Use switch
        {
            ResultUse.Whole => call,
            ResultUse.Count => new RustCall("Iterator::count", [call.ToString()]),
            ResultUse.Collect => new RustCall("Iterator::collect::<Vec<_>>", [call.ToString()]),
            ResultUse.CollectOptional => new RustCall("collect_optional", [call.ToString()]),
            ResultUse.Change when export.Error is not null => new RustCall("change_result", [call.ToString(), change]),
            ResultUse.Change => new RustCall(change, [call.ToString()]),
            ResultUse.ChangeOptional => new RustCall("change_optional", [call.ToString(), change]),
            ResultUse.ChangeEach => new RustCall("change_each", [call.ToString(), change]),
            ResultUse.ChangePairs => new RustCall("change_pairs", [call.ToString(), change]),
            _ => throw new ArgumentOutOfRangeException(nameof(export), export.Use, "not a use"),
        };
    }

    private static RustCall Called(BridgePlan plan, ExportPlan export)
    {
        ImmutableArray<string> arguments = [.. export.Parameters.Where(p => p != export.Change).Select(RustArguments.Argument)];
        var owner = export.Owner is { } key ? plan.Type(key) : null;
        return (export.Idiom, owner) switch
        {
            (Idiom.Iterate, _) => IsShared(export)
                ? new RustCall("IntoIterator::into_iter", arguments)
                : new RustCall(arguments[0], [], IsPath: true),
            (Idiom.TraitObject, _) => new RustCall("Box::new", arguments),
            (Idiom.Debug, _) => new RustCall("format!", ["\"{:?}\"", .. arguments]),
            (Idiom.Hash, _) => new RustCall("hash_of", arguments),
            (Idiom.Equal, _) => new RustCall($"{arguments[0]} == {arguments[1]}", [], IsPath: true),
            (Idiom.Compare, _) => new RustCall("Ord::cmp", arguments),
            (Idiom.Clone, not null) => new RustCall("Clone::clone", arguments),
            (Idiom.Parse, not null) => new RustCall($"<{owner.RustType} as ::std::str::FromStr>::from_str", arguments),
            (Idiom.Field, _) => new RustCall($"&{arguments[0]}.{RustKeywords.InCode(Member(export))}", [], IsPath: true),
            (Idiom.Variant, not null) => Variant(export.Variant!, owner, arguments),
            (Idiom.Index, _) => new RustCall($"&{arguments[0]}[{arguments[1]}]", [], IsPath: true),
            (Idiom.None, _) when export.Trait is { } trait => new RustCall(
                $"<{RustKeywords.InType(export.SelfType ?? owner!.RustType)} as {RustKeywords.InType(trait)}>::{RustKeywords.InCode(Member(export))}{export.TypeArguments}", arguments),
            (Idiom.None, not null) when export.SelfType is { } self => new RustCall(
                $"<{RustKeywords.InType(self)}>::{RustKeywords.InCode(Member(export))}{export.TypeArguments}", arguments),
            (Idiom.None, null) => new RustCall(
                $"{(export.Target is ExportTarget.Place ? "&" : "")}::{RustKeywords.InCode(export.RustPath)}{export.TypeArguments}", arguments, IsPath: export.IsValue),
            (Idiom.None or Idiom.New, _) => new RustCall(
                $"{Prefix(owner!)}::{RustKeywords.InCode(Member(export))}{export.TypeArguments}", arguments, IsPath: export.IsValue),
            (Idiom.Default, not null) => new RustCall($"<{owner.RustType} as Default>::default", []),
            (Idiom.Display, not null) => new RustCall($"<{owner.RustType} as ToString>::to_string", arguments),
            (Idiom.Neg or Idiom.Not, _) => new RustCall($"{Operator(export.Idiom)}{arguments[0]}", [], IsPath: true),
            _ => new RustCall($"{arguments[0]} {Operator(export.Idiom)} {arguments[1]}", [], IsPath: true),
        };
    }

    private static RustCall Variant(VariantAccess variant, TypePlan owner, ImmutableArray<string> arguments)
    {
        var path = $"{RustKeywords.InCode(owner.RustPath)}::{RustKeywords.InCode(variant.RustName)}";
        if (variant.Use is VariantUse.Test)
            return new RustCall("matches!", [arguments[0], variant.Style is FieldStyle.Unit ? path : $"{path} {{ .. }}"]);
        if (variant.Use is VariantUse.Make)
        {
            return variant.Style switch
            {
                FieldStyle.Unit => new RustCall(path, [], IsPath: true),
                FieldStyle.Tuple => new RustCall(path, arguments),
                _ => new RustCall(
                    path, [.. variant.Fields.Zip(arguments, (f, a) => RustKeywords.InCode(f.RustName) == a ? a : $"{RustKeywords.InCode(f.RustName)}: {a}")],
                    IsStruct: true),
            };
        }

        var names = variant.Fields.Select((f, i) => (f.RustName, Name: string.Create(CultureInfo.InvariantCulture, $"f{i}"), f.IsBoxed)).ToArray();
        var pattern = $"{path} {{ {string.Join(", ", names.Select(n => $"{RustKeywords.InCode(n.RustName)}: {n.Name}"))}, .. }}";
        var parts = names.Select(n => (n.IsBoxed ? variant.Use is VariantUse.Take ? "*" : "&**" : "") + n.Name).ToArray();
        var whole = parts is [var single] ? single : $"({string.Join(", ", parts)})";
        return new RustCall("variant!", [arguments[0], $"{pattern} => {whole}"]);
    }

    private static bool IsShared(ExportPlan export) =>
        export.Parameters[0].Form is HandleParameter { Access: HandleAccess.Shared };

    private static string Member(ExportPlan export) => export.RustPath[(export.RustPath.LastIndexOf(':') + 1)..];

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
