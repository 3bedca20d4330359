using Ferrobind.Plan;

namespace Ferrobind.Emit.C;

/// <summary>The names of types in C.</summary>
internal static class CTypeName
{
    /// <summary>The scalar's type.</summary>
    public static string Of(ScalarKind kind) => kind switch
    {
        ScalarKind.Bool => "bool",
        ScalarKind.Char => "uint32_t",
        ScalarKind.I8 => "int8_t",
        ScalarKind.I16 => "int16_t",
        ScalarKind.I32 => "int32_t",
        ScalarKind.I64 => "int64_t",
        ScalarKind.I128 => "fb_i128",
        ScalarKind.Isize => "ptrdiff_t",
        ScalarKind.U8 => "uint8_t",
        ScalarKind.U16 => "uint16_t",
        ScalarKind.U32 => "uint32_t",
        ScalarKind.U64 => "uint64_t",
        ScalarKind.U128 => "fb_u128",
        ScalarKind.Usize => "size_t",
        ScalarKind.F32 => "float",
        ScalarKind.F64 => "double",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a scalar"),
    };

    /// <summary>What an export returns.</summary>
    public static string Of(BridgePlan plan, ResultForm form) => form switch
    {
        UnitResult => "fb_failure *",
        ScalarResult scalar => $"fb_result_{Suffix(scalar.Kind)}",
        HandleResult or SequenceResult => "fb_result_u64",
        NamedResult named when plan.Type(named.Key) is EnumPlan values => $"fb_result_{Suffix(values.Underlying)}",
        NamedResult named => Result(plan, plan.Type(named.Key)),
        TextResult or SliceResult or RecordSliceResult or WireResult => "fb_buffer",
        OptionalResult { Inner: ScalarResult scalar } => $"fb_option_{Suffix(scalar.Kind)}",
        OptionalResult => "fb_option_buffer",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a result form"),
    };

    /// <summary>A plain record's mirror, or the scalar of an enum without data.</summary>
    public static string Of(BridgePlan plan, string key) => plan.Type(key) switch
    {
        EnumPlan values => Of(values.Underlying),
        var record => Mirror(plan, record),
    };

    /// <summary>The mirror of a plain record.</summary>
    public static string Mirror(BridgePlan plan, TypePlan record) => plan.Package.SymbolPrefix + record.CName;

    /// <summary>What an export returns whose result is a plain record.</summary>
    public static string Result(BridgePlan plan, TypePlan record) => $"{plan.Package.SymbolPrefix}result_{record.CName}";

    /// <summary>A C type of the crate's own; a pointer's <c>const</c> is that of what it points to.</summary>
    public static string Of(CType type) => type switch
    {
        CVoid => "void",
        CScalar scalar => Of(scalar.Kind),
        CChar => "char",
        CPointer { IsMutable: true } pointer => Pointer(Of(pointer.Target)),
        CPointer { Target: CPointer } pointer => Pointer(Of(pointer.Target) + "const "),
        CPointer pointer => Pointer("const " + Of(pointer.Target)),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a C type"),
    };

    /// <summary>A declaration: the star stands with the name.</summary>
    public static string Declare(string type, string name) =>
        type.EndsWith('*') || type.EndsWith("const ", StringComparison.Ordinal) ? type + name : $"{type} {name}";

    private static string Pointer(string target) => target[^1] is '*' or ' ' ? $"{target}*" : $"{target} *";

    private static string Suffix(ScalarKind kind) => kind.ToString().ToLowerInvariant();
}
