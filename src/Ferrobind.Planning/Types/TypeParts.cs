using Ferrobind.Plan;

namespace Ferrobind.Planning.Types;

/// <summary>What the planner asks of a type as a whole.</summary>
internal static class TypeParts
{
    /// <summary>The names of all fields, those of an enum's variants included: a method cannot have one of them.</summary>
    public static IEnumerable<string> FieldNames(TypePlan plan, Func<FieldPlan, string> name) => plan switch
    {
        RecordPlan record => record.Fields.Select(name),
        SumPlan sum => sum.Variants.SelectMany(v => v.Fields).Select(name).Concat(sum.Variants.Select(v => v.CSharpName)),
        EnumPlan values => values.Members.Select(m => m.CSharpName),
        HandlePlan => [],
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan, "not a type"),
    };

    /// <summary>
    /// Whether a record contains itself by value once Rust's boxes are gone: Go has no such struct. An option, a list, a
    /// map, the error of a result or an enum with data in between ends it.
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
        ResultValue result => KeysByValue(result.Ok), // Go has a pointer to the error.
        ArrayValue array => KeysByValue(array.Element),
        TupleValue tuple => tuple.Elements.SelectMany(KeysByValue),
        RangeValue range => KeysByValue(range.Bound),
        BoundValue bound => KeysByValue(bound.Inner),
        _ => [],
    };
}
