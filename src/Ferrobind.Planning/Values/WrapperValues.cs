using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Values;

/// <summary>What only says where a value lies, and is gone on the other side: <c>Box</c>, <c>Rc</c>, <c>Arc</c>, <c>Cow</c>, <c>&amp;T</c>.</summary>
internal static class WrapperValues
{
    private static readonly string[] Pointers = ["alloc::boxed::Box", "alloc::rc::Rc", "alloc::sync::Arc"];

    public static DataType? Plan(TypeRef type, ValuePlanner planner)
    {
        if (type is ReferenceType { IsMutable: false } reference)
            return planner.Plan(reference.Target);
        if (type.IsCow(out var inside))
            return planner.Plan(inside);
        foreach (var pointer in Pointers)
        {
            if (type.Is(pointer, out inside))
                return planner.Plan(inside);
        }

        return null;
    }
}
