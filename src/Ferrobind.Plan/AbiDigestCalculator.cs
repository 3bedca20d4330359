using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ferrobind.Plan;

/// <summary>Digests what the two sides of the C ABI must agree on, and nothing else: names and docs may differ.</summary>
internal static class AbiDigestCalculator
{
    // Raised when the support types of the ABI change their layout or meaning (docs/abi.md).
    private const int AbiVersion = 4;

    public static ulong Of(BridgePlan plan)
    {
        var text = new StringBuilder().Append("abi ").Append(AbiVersion).Append('\n');
        foreach (var type in plan.Types)
            text.Append(type.Key).Append(" = ").Append(Describe(type)).Append('\n');
        foreach (var export in plan.Exports)
        {
            text.Append(export.Symbol).Append('(');
            foreach (var parameter in export.Parameters)
                text.Append(Describe(parameter.Form)).Append(',');
            text.Append(")->").Append(Describe(export.Result)).Append(export.Error is null ? "" : "!" + export.Error.Value?.Key)
                .Append(export.UsesScratch ? "+scratch\n" : "\n");
        }

        // The crate's own C functions: another build of the crate may have them with other signatures.
        foreach (var function in plan.RawFunctions)
        {
            text.Append(function.Symbol).Append('(');
            foreach (var parameter in function.Parameters)
                text.Append(Describe(parameter.Type)).Append(',');
            text.Append(")->").Append(Describe(function.Result)).Append('\n');
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Describe(ParameterForm form) => form switch
    {
        ScalarParameter scalar => scalar.Kind.ToString(),
        TextParameter => "text",
        SliceParameter slice => (slice.IsMutable ? "mut " : "") + $"[{slice.Element}]",
        OptionalParameter optional => Describe(optional.Inner) + "?",
        NamedParameter named => named.Key,
        WireParameter wire => "wire " + Describe(wire.Type),
        RecordSliceParameter slice => (slice.IsMutable ? "mut " : "") + $"[{slice.Key}]",
        HandleParameter handle => $"{handle.Access} {handle.Key}" + (handle.IsOptional ? "?" : ""),
        ClosureParameter closure => $"{closure.Kind}({Join(closure.Arguments.Select(a => $"{a.Access} {Describe(a.Type)}"))})->{Describe(closure.Result)}"
            + (closure.ErrorValue is { } error ? "!" + Describe(error) : ""),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a parameter form"),
    };

    private static string Describe(CType type) => type switch
    {
        CVoid => "void",
        CChar => "char",
        CScalar scalar => scalar.Kind.ToString(),
        CPointer pointer => (pointer.IsMutable ? "*mut " : "*const ") + Describe(pointer.Target),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a C type"),
    };

    private static string Describe(ResultForm form) => form switch
    {
        UnitResult => "()",
        ScalarResult scalar => scalar.Kind.ToString(),
        TextResult => "text",
        SliceResult slice => $"[{slice.Element}]",
        OptionalResult optional => Describe(optional.Inner) + "?",
        NamedResult named => named.Key,
        RecordSliceResult slice => $"[{slice.Key}]",
        WireResult wire => "wire " + Describe(wire.Type),
        HandleResult handle => $"handle {handle.Key}" + (handle.IsOptional ? "?" : ""),
        SequenceResult sequence => $"sequence {Describe(sequence.Item)}" + (sequence.IsOptional ? "?" : ""),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a result form"),
    };

    private static string Describe(TypePlan type) => type switch
    {
        RecordPlan record => $"{record.Layout} {{{Join(record.Fields.Select(f => Describe(f.Type)))}}}",
        EnumPlan values => $"{values.Underlying} {{{Join(values.Members.Select(m => m.Value))}}}",
        SumPlan sum =>
            $"sum {{{Join(sum.Variants.Select(v => $"{v.Index}({Join(v.Fields.Select(f => Describe(f.Type)))})"))}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a type"),
    };

    private static string Describe(DataType value) => value switch
    {
        ScalarValue scalar => scalar.Kind.ToString(),
        TextValue => "text",
        UnitValue => "()",
        NeverValue => "!",
        OptionValue option => Describe(option.Inner) + "?",
        ResultValue result => $"({Describe(result.Ok)}|{Describe(result.Error)})",
        ListValue list => $"[{Describe(list.Element)}]",
        ArrayValue array => $"[{Describe(array.Element)};{array.Length}]",
        SetValue set => $"{{{Describe(set.Element)}}}",
        MapValue map => $"{{{Describe(map.Key)}:{Describe(map.Value)}}}",
        TupleValue tuple => $"({Join(tuple.Elements.Select(Describe))})",
        RangeValue range => $"{range.Kind} {Describe(range.Bound)}",
        BoundValue bound => $"bound {Describe(bound.Inner)}",
        StdValue std => std.Kind.ToString(),
        NamedValue named => named.Key,
        HandleValue handle => "handle " + handle.Key,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "not a value type"),
    };

    private static string Join(IEnumerable<string> parts) => string.Join(',', parts);
}
