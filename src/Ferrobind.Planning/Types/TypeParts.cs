using Ferrobind.Plan;

namespace Ferrobind.Planning.Types;

/// <summary>What types and values consist of.</summary>
internal static class TypeParts
{
    /// <summary>The types of a type's fields.</summary>
    public static IEnumerable<DataType> Of(TypePlan plan) => plan switch
    {
        RecordPlan record => record.Fields.Select(f => f.Type),
        SumPlan sum => sum.Variants.SelectMany(v => v.Fields).Select(f => f.Type),
        EnumPlan => [],
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan, "not a type"),
    };

    /// <summary>The names of all fields, those of an enum's variants included: a method cannot have one of them.</summary>
    public static IEnumerable<string> FieldNames(TypePlan plan, Func<FieldPlan, string> name) => plan switch
    {
        RecordPlan record => record.Fields.Select(name),
        SumPlan sum => sum.Variants.SelectMany(v => v.Fields).Select(name).Concat(sum.Variants.Select(v => v.CSharpName)),
        EnumPlan values => values.Members.Select(m => m.CSharpName),
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan, "not a type"),
    };

    /// <summary>
    /// Whether a record contains itself by value once Rust's boxes are gone: Go has no such struct. An option, a list, a
    /// map or an enum with data in between ends it.
    /// </summary>
    public static bool IsEndless(TypePlan plan, Func<string, TypePlan?> find)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<TypePlan>([plan]);
        while (open.TryPop(out var next))
        {
            foreach (var key in next is RecordPlan record ? record.Fields.SelectMany(f => KeysByValue(f.Type)) : [])
            {
                if (key == plan.Key)
                    return true;
                if (seen.Add(key) && find(key) is { } inner)
                    open.Push(inner);
            }
        }

        return false;
    }

    private static IEnumerable<string> KeysByValue(DataType value) => value switch
    {
        NamedValue named => [named.Key],
        ResultValue result => KeysByValue(result.Ok).Concat(KeysByValue(result.Error)),
        ArrayValue array => KeysByValue(array.Element),
        TupleValue tuple => tuple.Elements.SelectMany(KeysByValue),
        RangeValue range => KeysByValue(range.Bound),
        BoundValue bound => KeysByValue(bound.Inner),
        _ => [],
    };

    /// <summary>The keys of the named types that a value mentions by itself.</summary>
    public static IEnumerable<string> Keys(DataType value) => value switch
    {
        NamedValue named => [named.Key],
        OptionValue option => Keys(option.Inner),
        ResultValue result => Keys(result.Ok).Concat(Keys(result.Error)),
        ListValue list => Keys(list.Element),
        ArrayValue array => Keys(array.Element),
        SetValue set => Keys(set.Element),
        MapValue map => Keys(map.Key).Concat(Keys(map.Value)),
        TupleValue tuple => tuple.Elements.SelectMany(Keys),
        RangeValue range => Keys(range.Bound),
        BoundValue bound => Keys(bound.Inner),
        _ => [],
    };
}
