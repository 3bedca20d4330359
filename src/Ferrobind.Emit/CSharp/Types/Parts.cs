using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>What types and values consist of.</summary>
internal static class Parts
{
    /// <summary>The values that a value has directly inside of it.</summary>
    public static IEnumerable<DataType> Of(DataType value) => value switch
    {
        OptionValue option => [option.Inner],
        ResultValue result => [result.Ok, result.Error],
        ListValue list => [list.Element],
        ArrayValue array => [array.Element],
        SetValue set => [set.Element],
        MapValue map => [map.Key, map.Value],
        TupleValue tuple => tuple.Elements,
        RangeValue range => [range.Bound],
        BoundValue bound => [bound.Inner],
        _ => [],
    };

    /// <summary>The values of a type's fields.</summary>
    public static IEnumerable<DataType> OfType(TypePlan type) => type switch
    {
        RecordPlan record => record.Fields.Select(f => f.Type),
        SumPlan sum => sum.Variants.SelectMany(v => v.Fields).Select(f => f.Type),
        _ => [],
    };

    /// <summary>The types that a value mentions by itself.</summary>
    public static IEnumerable<string> Keys(DataType value) =>
        value is NamedValue named ? [named.Key] : Of(value).SelectMany(Keys);

    /// <summary>The ends that a range has, as the support types call them.</summary>
    public static ImmutableArray<string> Ends(RangeKind kind) => kind switch
    {
        RangeKind.Range or RangeKind.RangeInclusive => ["Start", "End"],
        RangeKind.RangeFrom => ["Start"],
        RangeKind.RangeTo or RangeKind.RangeToInclusive => ["End"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a range"),
    };
}
