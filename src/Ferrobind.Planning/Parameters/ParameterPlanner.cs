using Ferrobind.Api;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Parameters;

/// <summary>
/// How a parameter's type crosses. The list is the design: the first strategy that answers wins, and a type that
/// none answers for has no form.
/// </summary>
internal static class ParameterPlanner
{
    private delegate PlannedParameter? Strategy(TypeRef type, TypeRegistry types);

    private static readonly Strategy[] Strategies =
    [
        (type, _) => ScalarStrategy.Plan(type),
        (type, _) => ViewStrategy.Plan(type),
        (type, _) => OwnedStrategy.Plan(type),
        (type, _) => ReferenceStrategy.Plan(type),
        (type, _) => OptionStrategy.Plan(type),
        NamedStrategy.Plan,
        RecordSliceStrategy.Plan,
        InOutStrategy.Plan,
        WireStrategy.Plan,
        IteratorStrategy.Plan,
        HandleStrategy.Plan,
        HeldStrategy.Plan,
    ];

    public static PlannedParameter? Plan(TypeRef type, TypeRegistry types)
    {
        foreach (var strategy in Strategies)
        {
            if (strategy(type, types) is { } planned)
                return planned;
        }

        return null;
    }
}
