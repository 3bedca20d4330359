using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Parameters;

/// <summary><c>&amp;[T]</c> and <c>&amp;mut [T]</c> of <c>#[repr(C)]</c> plain records: a view of the caller's memory.</summary>
internal static class RecordSliceStrategy
{
    public static PlannedParameter? Plan(TypeRef type, TypeRegistry types)
    {
        if (type is not ReferenceType { Target: SliceType slice } reference
            || types.Plan(slice.Element) is not NamedValue named
            || types.Find(named.Key) is not RecordPlan { Layout: RecordLayout.PlainC })
        {
            return null;
        }

        types.Send(named);
        return new PlannedParameter(new RecordSliceParameter(named.Key, reference.IsMutable));
    }
}
