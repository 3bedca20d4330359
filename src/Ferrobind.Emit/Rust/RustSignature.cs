using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust;

/// <summary>The C signature of an export, in Rust.</summary>
internal static class RustSignature
{
    private const int MaxWidth = 100;

    /// <summary>Opens a function: attribute, signature, brace.</summary>
    public static IDisposable Open(
        CodeWriter writer, string symbol, IReadOnlyCollection<string> parameters, string? result, bool isUnsafe)
    {
        writer.Line("#[unsafe(no_mangle)]");
        var head = $"pub {(isUnsafe ? "unsafe " : "")}extern \"C\" fn {symbol}(";
        var tail = result is null ? ") {" : $") -> {result} {{";
        var line = head + string.Join(", ", parameters) + tail;
        if (line.Length <= MaxWidth)
            return writer.Block(line, "}");

        // As rustfmt does it: the brace goes first, and it may leave one column too many.
        if (parameters.Count == 0 && line.Length - " {".Length <= MaxWidth + 1)
            return writer.Line(line[..^2]).Block("{", "}");
        if (parameters.Count == 0)
            return writer.Line(head + ")").Block(tail[2..], "}");

        using (writer.Block(head, ""))
        {
            foreach (var parameter in parameters)
                writer.Line($"{parameter},");
        }

        return writer.Block(tail, "}");
    }

    /// <summary>The parameters of an export, the scratch block included.</summary>
    public static ImmutableArray<string> Parameters(BridgePlan plan, ExportPlan export)
    {
        var parameters = export.Parameters.SelectMany(p => Parts(plan, p.CName, p.Form));
        return export.UsesScratch ? [.. parameters, "scratch: &mut Scratch"] : [.. parameters];
    }

    /// <summary>What an export returns.</summary>
    public static string Result(BridgePlan plan, ResultForm form) => form switch
    {
        UnitResult => "*mut Failure",
        ScalarResult scalar => $"Returned<{Returned(scalar.Kind)}>",
        NamedResult named => $"Returned<{Mirror(plan, named.Key)}>",
        HandleResult or SequenceResult => "Returned<u64>",
        TextResult or SliceResult or RecordSliceResult or WireResult => "Buffer",
        OptionalResult { Inner: ScalarResult scalar } => $"Optional<{Returned(scalar.Kind)}>",
        OptionalResult => "OptionBuffer",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a result form"),
    };

    /// <summary>What a direct export returns; null for nothing.</summary>
    public static string? Direct(BridgePlan plan, ExportPlan export) => export.Result switch
    {
        _ when DirectSignature.Of(export, plan.Type)!.HasState => Attempt(plan, export.Result),
        UnitResult => null,
        ScalarResult scalar => Returned(scalar.Kind),
        NamedResult named => Mirror(plan, named.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(export), export.Result, "has no direct form"),
    };

    private static string Attempt(BridgePlan plan, ResultForm form) => form switch
    {
        UnitResult => "usize",
        ScalarResult scalar => $"Attempt<{Returned(scalar.Kind)}>",
        NamedResult named => $"Attempt<{Mirror(plan, named.Key)}>",
        OptionalResult { Inner: ScalarResult scalar } => $"OptionalAttempt<{Returned(scalar.Kind)}>",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "has no direct form"),
    };

    private static IEnumerable<string> Parts(BridgePlan plan, string name, ParameterForm form) => form switch
    {
        ScalarParameter scalar => [$"{name}: {Arrived(scalar.Kind)}"],
        NamedParameter named => [$"{name}: {Mirror(plan, named.Key)}"],
        HandleParameter => [$"{name}: u64"],
        TextParameter or WireParameter => [$"{name}: *const u8", $"{name}_len: usize"],
        RecordSliceParameter { IsMutable: true } slice => [$"{name}: *mut {Mirror(plan, slice.Key)}", $"{name}_len: usize"],
        RecordSliceParameter slice => [$"{name}: *const {Mirror(plan, slice.Key)}", $"{name}_len: usize"],
        SliceParameter { IsMutable: true } slice => [$"{name}: *mut {Name(slice.Element)}", $"{name}_len: usize"],
        SliceParameter slice => [$"{name}: *const {Name(slice.Element)}", $"{name}_len: usize"],
        ClosureParameter => [$"{name}: Option<Function>", $"{name}_context: usize"],
        OptionalParameter optional => [.. Parts(plan, name, optional.Inner), $"{name}_some: Bool"],
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a parameter form"),
    };

    /// <summary>The C type of a plain record or of an enum without data: in the bridge, as in the header.</summary>
    public static string Mirror(BridgePlan plan, string key) => plan.Type(key) switch
    {
        EnumPlan values => Name(values.Underlying),
        var record => Mirror(plan, record),
    };

    /// <summary>The name of a plain record's mirror.</summary>
    public static string Mirror(BridgePlan plan, TypePlan record) => plan.Package.SymbolPrefix + record.CName;

    /// <summary>The type of a mirror's field; its bits may be no valid value of Rust's.</summary>
    public static string Field(BridgePlan plan, DataType type) => type switch
    {
        ScalarValue { Kind: ScalarKind.Char } => "u32",
        ScalarValue scalar => Arrived(scalar.Kind),
        NamedValue named => Mirror(plan, named.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a field of a plain record"),
    };

    // What arrives may be no bool and no char; what is returned is one.
    private static string Arrived(ScalarKind kind) => kind is ScalarKind.Bool ? "Bool" : Returned(kind);

    private static string Returned(ScalarKind kind) => kind switch
    {
        ScalarKind.Char => "u32",
        ScalarKind.I128 => "I128",
        ScalarKind.U128 => "U128",
        _ => Name(kind),
    };

    /// <summary>Rust's own name.</summary>
    public static string Name(ScalarKind kind) => kind.ToString().ToLowerInvariant();
}
