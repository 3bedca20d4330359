using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Parameters;

/// <summary>
/// <c>String</c>, <c>Vec&lt;T&gt;</c>, <c>Box&lt;str&gt;</c>, <c>Arc&lt;[T]&gt;</c>, <c>Cow</c> …: a view comes, and the bridge makes the owned value of
/// it. A <c>Cow</c> borrows the view.
/// </summary>
internal static class OwnedStrategy
{
    public static PlannedParameter? Plan(TypeRef type) =>
        (type.IsOwned(out var inside) || type.IsCow(out inside)) && ViewStrategy.Of(inside) is { } form
            ? new PlannedParameter(form, RustConversion.Into)
            : null;
}
