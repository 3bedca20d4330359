using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Values;

/// <summary>
/// What a Rust type is as data. The list is the design: the first strategy that answers wins. A type that none
/// answers for is not data, and crosses as something else or not at all.
/// </summary>
internal sealed class ValuePlanner(TypeRegistry types)
{
    private delegate DataType? Strategy(TypeRef type, ValuePlanner planner);

    private static readonly Strategy[] Strategies =
    [
        ScalarValues.Plan,
        TextValues.Plan,
        StdValues.Plan,
        WrapperValues.Plan,
        SumValues.Plan,
        SequenceValues.Plan,
        KeyedValues.Plan,
        TupleValues.Plan,
        RangeValues.Plan,
        (type, planner) => planner.Named(type),
    ];

    private readonly TypeRegistry types = types;
    private bool _mayHold;

    /// <summary>The type as data; null if it is none.</summary>
    public DataType? Plan(TypeRef type)
    {
        foreach (var strategy in Strategies)
        {
            if (strategy(type, this) is { } value)
                return value;
        }

        return _mayHold && types.Handles.Plan(type) is { } handle ? new HandleValue(handle.Key) : null;
    }

    /// <summary>The type as data that may have handles inside of it, as a result can.</summary>
    public DataType? PlanGiven(TypeRef type) => Plan(type, mayHold: true);

    /// <summary>The type of a field: it may have handles where its owner may, but only to values of its own, which borrow nothing.</summary>
    public DataType? PlanField(TypeRef type, bool mayHold)
    {
        if (Plan(type, mayHold: false) is { } value)
            return value;
        return mayHold && !type.Contains<ReferenceType>(out _) && PlanGiven(type) is { } given
            && !types.HandlesIn(given).Any(key => types.Handles.Find(key)!.HasLifetimes)
                ? given
                : null;
    }

    private DataType? Plan(TypeRef type, bool mayHold)
    {
        var before = _mayHold;
        _mayHold = mayHold;
        try
        {
            return Plan(type);
        }
        finally
        {
            _mayHold = before;
        }
    }

    private DataType? Named(TypeRef type) =>
        types.Plan(type) is { } named && (_mayHold || !types.HandlesIn(named).Any()) ? named : null;

    /// <summary>Whether a value can be a key of a map in every language: compared by value, and not changeable.</summary>
    public bool IsKey(DataType value) => value switch
    {
        ScalarValue scalar => scalar.Kind is not (ScalarKind.F32 or ScalarKind.F64 or ScalarKind.I128 or ScalarKind.U128),
        TextValue => true,
        StdValue std => std.Kind is not (StdKind.SystemTime or StdKind.Instant or StdKind.Json or StdKind.AnyJson or StdKind.SocketAddrV4 or StdKind.SocketAddrV6 or StdKind.SocketAddr),
        NamedValue named => types.Find(named.Key) is EnumPlan,
        _ => false,
    };
}
