using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Values;

/// <summary>Tuples of up to twelve elements.</summary>
internal static class TupleValues
{
    private const int Longest = 12;

    public static DataType? Plan(TypeRef type, ValuePlanner planner)
    {
        if (type is not TupleType { Elements.Length: >= 1 and <= Longest } tuple)
            return null;
        var elements = tuple.Elements.Select(planner.Plan).ToArray();
        if (elements.Contains(null))
            return null;
        return elements.Length == 1 ? elements[0] : new TupleValue([.. elements.OfType<DataType>()]);
    }
}
