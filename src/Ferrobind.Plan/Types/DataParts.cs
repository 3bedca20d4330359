using System.Collections.Immutable;

namespace Ferrobind.Plan;

/// <summary>What values and types consist of: asked by the planner and by every emitter, and answered here alone.</summary>
public static class DataParts
{
    /// <summary>The values that a value has directly inside of it.</summary>
    public static ImmutableArray<DataType> Of(DataType value) => value switch
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

    /// <summary>A value and the values inside of it, but for those of named types.</summary>
    public static IEnumerable<DataType> All(DataType value) => Of(value).SelectMany(All).Prepend(value);

    /// <summary>The values of a type's fields.</summary>
    public static IEnumerable<DataType> Of(TypePlan type) => type switch
    {
        RecordPlan record => record.Fields.Select(f => f.Type),
        SumPlan sum => sum.Variants.SelectMany(v => v.Fields).Select(f => f.Type),
        EnumPlan => [],
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a type"),
    };

    /// <summary>The keys of the named types that a value mentions by itself.</summary>
    public static IEnumerable<string> Keys(DataType value) =>
        value is NamedValue named ? [named.Key] : Of(value).SelectMany(Keys);
}
