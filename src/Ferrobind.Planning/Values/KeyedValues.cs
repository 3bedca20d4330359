using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Values;

/// <summary><c>HashMap</c>, <c>BTreeMap</c>, <c>HashSet</c>. What cannot be a key everywhere makes a list of them.</summary>
internal static class KeyedValues
{
    public static DataType? Plan(TypeRef type, ValuePlanner planner)
    {
        if (type.Is("std::collections::hash::set::HashSet", out var element))
        {
            return planner.Plan(element) switch
            {
                null => null,
                var value when planner.IsKey(value) => new SetValue(value),
                var value => new ListValue(value),
            };
        }

        var isOrdered = type.Is("alloc::collections::btree::map::BTreeMap");
        if (!isOrdered && !type.Is("std::collections::hash::map::HashMap"))
            return null;
        var arguments = ((PathType)type).TypeArguments().ToArray();
        if (arguments.Length < 2 || planner.Plan(arguments[0]) is not { } key || planner.Plan(arguments[1]) is not { } item)
            return null;
        return planner.IsKey(key) ? new MapValue(key, item, isOrdered) : new ListValue(new TupleValue([key, item]));
    }
}
