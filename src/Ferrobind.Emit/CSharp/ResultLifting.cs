using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Emit.CSharp.Wire;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>From what came back to what the user gets.</summary>
internal static class ResultLifting
{
    /// <summary>Whether the method returns nothing.</summary>
    public static bool IsVoid(ResultForm form) => form is UnitResult or WireResult { Type: UnitValue };

    /// <summary>Whether null is no value of the type.</summary>
    public static bool IsReference(ResultForm form, TypeScope scope) => form switch
    {
        TextResult or SliceResult or RecordSliceResult => true,
        HandleResult { IsOptional: false } or SequenceResult { IsOptional: false } => true,
        WireResult { Type: not OptionValue } wire => scope.Facts.IsReference(wire.Type),
        _ => false,
    };

    /// <summary>The type in the public API.</summary>
    public static string Type(ResultForm form, TypeScope scope) => form switch
    {
        UnitResult or WireResult { Type: UnitValue } => "void",
        ScalarResult scalar => scope.Scalar(scalar.Kind),
        TextResult => "string",
        SliceResult slice => $"{scope.Scalar(slice.Element)}[]",
        OptionalResult optional => Type(optional.Inner, scope) + "?",
        NamedResult named => scope.Named(named.Key),
        HandleResult handle => scope.Named(handle.Key) + (handle.IsOptional ? "?" : ""),
        SequenceResult sequence => $"{scope.Support("RustSequence")}<{scope.Of(sequence.Item)}>" + (sequence.IsOptional ? "?" : ""),
        RecordSliceResult slice => $"{scope.Named(slice.Key)}[]",
        WireResult wire => scope.Of(wire.Type),
        _ => throw Unknown(form),
    };

    /// <summary>The type, as a <c>cref</c> says it.</summary>
    public static string Cref(ResultForm form, TypeScope scope) => form switch
    {
        OptionalResult { Inner: ScalarResult scalar } => $"{scope.Bcl("Nullable")}{{{scope.Scalar(scalar.Kind)}}}",
        OptionalResult optional => Cref(optional.Inner, scope),
        HandleResult handle => scope.Named(handle.Key),
        SequenceResult sequence => $"{scope.Support("RustSequence")}{{{scope.Cref(sequence.Item)}}}",
        WireResult { Type: not UnitValue } wire => scope.Cref(wire.Type),
        _ => Type(form, scope),
    };

    /// <summary>The value in <paramref name="returned"/>, which holds no failure.</summary>
    public static string Expression(ExportPlan export, string returned, WireExpressions wire, TypeScope scope) =>
        export.Result is HandleResult handle && export.MakesOfViews(handle.Key)
            ? $"{Handle(handle, $"{returned}.Value", scope)} {{ _pressure = {Pressure(export, scope)} }}"
            : Expression(export.Result, returned, wire, scope);

    /// <summary>What the collector is told of a handle that is made of texts or slices.</summary>
    public static string Pressure(ExportPlan export, TypeScope scope) =>
        $"{scope.Interop("MemoryPressure")}.Of({string.Join(" + ", export.Parameters.Select(p => Bytes(p, scope)).OfType<string>())})";

    private static string? Bytes(ParameterPlan parameter, TypeScope scope) => parameter.Form switch
    {
        TextParameter or SliceParameter { Element: ScalarKind.U8 } => $"{parameter.CSharpName}.Length",
        SliceParameter slice => $"(long){parameter.CSharpName}.Length * sizeof({scope.Scalar(slice.Element)})",
        _ => null,
    };

    private static string Expression(ResultForm form, string returned, WireExpressions wire, TypeScope scope) => form switch
    {
        ScalarResult scalar => Scalar(scalar.Kind, $"{returned}.Value", scope),
        TextResult or OptionalResult { Inner: TextResult } => $"{returned}.ToText()",
        SliceResult slice => Array(slice, returned, scope),
        OptionalResult { Inner: SliceResult slice } => Array(slice, returned, scope),
        OptionalResult { Inner: ScalarResult { Kind: ScalarKind.Char or ScalarKind.I128 or ScalarKind.U128 } scalar } =>
            $"{returned}.Some ? {Scalar(scalar.Kind, $"{returned}.Value", scope)} : null",
        OptionalResult { Inner: ScalarResult } => $"{returned}.ToNullable()",
        NamedResult => $"{returned}.Value",
        HandleResult handle => Handle(handle, $"{returned}.Value", scope),
        SequenceResult { IsOptional: true } sequence => $"{returned}.Value.IsNone ? null : {Sequence(sequence, $"{returned}.Value", wire, scope)}",
        SequenceResult sequence => Sequence(sequence, $"{returned}.Value", wire, scope),
        RecordSliceResult slice => $"{returned}.ToArray<{scope.Named(slice.Key)}>()",
        _ => throw Unknown(form),
    };

    /// <summary>A scalar, or an enum without data, that has come alone.</summary>
    public static string Scalar(ResultForm form, string value, TypeScope scope) => form switch
    {
        ScalarResult scalar => Scalar(scalar.Kind, value, scope),
        NamedResult => value,
        _ => throw Unknown(form),
    };

    private static string Handle(HandleResult handle, string token, TypeScope scope) =>
        (handle.IsOptional ? $"{token}.IsNone ? null : " : "")
        + (handle.MayBeReceiver ? $"{token} == _token ? this : " : "")
        + $"new {scope.Named(handle.Key)}({token})";

    private static string Sequence(SequenceResult sequence, string token, WireExpressions wire, TypeScope scope) =>
        $"new {scope.Support("RustSequence")}<{scope.Of(sequence.Item)}>({token}, &{wire.Reader(sequence.Item)}, "
        + $"hasHandles: {(scope.Facts.HasHandles(sequence.Item) ? "true" : "false")}"
        + (scope.Facts.IsBlock(sequence.Item) ? ", isBlock: true)" : ")");

    private static string Array(SliceResult slice, string returned, TypeScope scope) =>
        $"{returned}.ToArray<{scope.Scalar(slice.Element)}>()";

    private static string Scalar(ScalarKind kind, string value, TypeScope scope) => kind switch
    {
        ScalarKind.Char => $"new {scope.Bcl("Rune")}({value})",
        ScalarKind.I128 => $"{value}.ToInt128()",
        ScalarKind.U128 => $"{value}.ToUInt128()",
        _ => value,
    };

    private static ArgumentOutOfRangeException Unknown(ResultForm form) => new(nameof(form), form, "not a result form");
}
