using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Parameters;

/// <summary>
/// Lists of plain records, as views of the caller's memory: <c>&amp;[T]</c> and <c>&amp;mut [T]</c> of those that are <c>#[repr(C)]</c> are seen where
/// they lie, and of what else there is (<c>&amp;[T]</c>, <c>Vec&lt;T&gt;</c>, <c>Box&lt;[T]&gt;</c> …) Rust makes its own.
/// </summary>
internal static class RecordSliceStrategy
{
    public static PlannedParameter? Plan(TypeRef type, TypeRegistry types)
    {
        var (element, conversion) = type switch
        {
            ReferenceType { Target: SliceType slice } => (slice.Element, RustConversion.ReferenceToSlice),
            ReferenceType { IsMutable: false } reference when reference.Target.Is("alloc::vec::Vec", out var inside) =>
                (inside, RustConversion.Reference),
            _ when type.Is("alloc::vec::Vec", out var inside) => (inside, RustConversion.Pass),
            _ when (type.IsOwned(out var inside) || type.IsCow(out inside)) && inside is SliceType slice => (slice.Element, RustConversion.Into),
            _ => (null, RustConversion.Pass),
        };
        if (element is null || types.Plan(element) is not NamedValue named
            || types.Find(named.Key) is not RecordPlan { Layout: not RecordLayout.Wire } record)
        {
            return null;
        }

        var isMutable = type is ReferenceType { IsMutable: true };
        var isInPlace = type is ReferenceType { Target: SliceType } && record.Layout is RecordLayout.PlainC;
        if (isMutable && !isInPlace)
            return null;
        types.Send(named);
        return new PlannedParameter(
            new RecordSliceParameter(named.Key, isMutable, isInPlace), isInPlace ? RustConversion.Pass : conversion);
    }
}
