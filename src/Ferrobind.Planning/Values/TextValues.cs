using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Values;

/// <summary><c>String</c>, <c>&amp;str</c>, <c>Box&lt;str&gt;</c>, <c>Cow&lt;str&gt;</c> …</summary>
internal static class TextValues
{
    public static DataType? Plan(TypeRef type, ValuePlanner planner)
    {
        var inside = type is ReferenceType { IsMutable: false } reference ? reference.Target : type;
        return inside.IsStr() || ((inside.IsOwned(out var held) || inside.IsCow(out held)) && held.IsStr())
            ? new TextValue()
            : null;
    }
}
