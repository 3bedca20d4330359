using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Parameters;

/// <summary><c>&amp;u32</c>, <c>&amp;&amp;str</c> (what <c>&amp;T</c> is when <c>T</c> is a text), <c>&amp;String</c>, <c>&amp;Vec&lt;T&gt;</c>.</summary>
internal static class ReferenceStrategy
{
    public static PlannedParameter? Plan(TypeRef type)
    {
        if (type is not ReferenceType { IsMutable: false } reference)
            return null;
        if (reference.Target.Is("alloc::string::String") || reference.Target.Is("alloc::vec::Vec"))
        {
            return reference.Target.IsOwned(out var inside) && ViewStrategy.Of(inside) is { } form
                ? new PlannedParameter(form, RustConversion.ReferenceToOwned)
                : null;
        }

        var inner = ScalarStrategy.Plan(reference.Target) ?? ViewStrategy.Plan(reference.Target);
        return inner is { Form: not SliceParameter { IsMutable: true } }
            ? inner with { Conversion = RustConversion.Reference }
            : null;
    }
}
