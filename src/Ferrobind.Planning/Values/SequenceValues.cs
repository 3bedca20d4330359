using System.Globalization;
using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Values;

/// <summary><c>Vec</c>, <c>VecDeque</c>, slices, arrays, and <c>BTreeSet</c>, whose order is worth keeping.</summary>
internal static class SequenceValues
{
    public static DataType? Plan(TypeRef type, ValuePlanner planner)
    {
        if (type is ArrayType array)
        {
            return int.TryParse(array.Length, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                && planner.Plan(array.Element) is { } item
                ? new ArrayValue(item, length)
                : null;
        }

        var element = type switch
        {
            SliceType slice => slice.Element,
            _ when type.Is("alloc::vec::Vec", out var inside) => inside,
            _ when type.Is("alloc::collections::vec_deque::VecDeque", out var inside) => inside,
            _ when type.Is("alloc::collections::btree::set::BTreeSet", out var inside) => inside,
            _ => null,
        };
        return element is not null && planner.Plan(element) is { } value ? new ListValue(value) : null;
    }
}
