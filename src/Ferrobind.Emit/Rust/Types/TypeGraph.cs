using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary>Which types are inside of which.</summary>
internal static class TypeGraph
{
    /// <summary>Values of the type may have values of the type inside: their depth is counted.</summary>
    public static bool ContainsItself(BridgePlan plan, TypePlan type) => Inside(plan, [type]).Contains(type.Key);

    /// <summary>The keys of the enums without data and the records that lie in records which are seen where they are.</summary>
    public static HashSet<string> SeenInPlace(BridgePlan plan)
    {
        TypePlan[] records = [.. plan.Types.Where(t => t is RecordPlan { Layout: RecordLayout.PlainC, IsSent: true })];
        return [.. records.Select(r => r.Key), .. Inside(plan, records)];
    }

    private static HashSet<string> Inside(BridgePlan plan, IEnumerable<TypePlan> types)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<TypePlan>(types);
        while (open.TryPop(out var type))
        {
            foreach (var key in Fields(type).SelectMany(f => Named(f.Type)))
            {
                if (found.Add(key))
                    open.Push(plan.Type(key));
            }
        }

        return found;
    }

    private static IEnumerable<FieldPlan> Fields(TypePlan type) => type switch
    {
        RecordPlan record => record.Fields,
        SumPlan sum => sum.Variants.SelectMany(v => v.Fields),
        _ => [],
    };

    private static IEnumerable<string> Named(DataType type) => type switch
    {
        NamedValue named => [named.Key],
        OptionValue option => Named(option.Inner),
        ResultValue result => [.. Named(result.Ok), .. Named(result.Error)],
        ListValue list => Named(list.Element),
        ArrayValue array => Named(array.Element),
        SetValue set => Named(set.Element),
        MapValue map => [.. Named(map.Key), .. Named(map.Value)],
        TupleValue tuple => tuple.Elements.SelectMany(Named),
        RangeValue range => Named(range.Bound),
        BoundValue bound => Named(bound.Inner),
        _ => [],
    };
}
