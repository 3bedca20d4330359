using Ferrobind.Api;

namespace Ferrobind.Planning.Parameters;

/// <summary>
/// How a parameter's type crosses. The list is the design: the first strategy that answers wins, and a type that
/// none answers for has no form.
/// </summary>
internal static class ParameterPlanner
{
    private static readonly Func<TypeRef, PlannedParameter?>[] Strategies =
    [
        ScalarStrategy.Plan,
        ViewStrategy.Plan,
        OwnedStrategy.Plan,
        ReferenceStrategy.Plan,
        OptionStrategy.Plan,
    ];

    public static PlannedParameter? Plan(TypeRef type)
    {
        foreach (var strategy in Strategies)
        {
            if (strategy(type) is { } planned)
                return planned;
        }

        return null;
    }
}
