using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Parameters;

/// <summary><c>u32</c>, <c>char</c>, <c>i128</c> … by value.</summary>
internal static class ScalarStrategy
{
    public static PlannedParameter? Plan(TypeRef type) =>
        Scalars.Of(type) is { } kind ? new PlannedParameter(new ScalarParameter(kind)) : null;
}
