using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Results;

/// <summary>How a result's type crosses; the first strategy that answers wins.</summary>
internal static class ResultPlanner
{
    private delegate ResultForm? Strategy(TypeRef type, TypeRegistry types);

    private static readonly Strategy[] Strategies =
    [
        (type, _) => Unit(type),
        (type, _) => Scalar(type),
        (type, _) => Borrowed(type),
        (type, _) => Owned(type),
        (type, _) => Cow(type),
        (type, _) => Option(type),
        Named,
        Records,
        Wire,
        SequenceResults.Plan,
        HandleResults.Plan,
        Given,
    ];

    public static ResultForm? Plan(TypeRef type, TypeRegistry types)
    {
        foreach (var strategy in Strategies)
        {
            if (strategy(type, types) is { } form)
                return form;
        }

        return null;
    }

    private static UnitResult? Unit(TypeRef type) => type.IsUnit() ? new UnitResult() : null;

    private static ScalarResult? Scalar(TypeRef type)
    {
        // A reference to a scalar is copied: nothing is lost, and nothing has to be kept alive.
        var value = type is ReferenceType { IsMutable: false } reference ? reference.Target : type;
        return Scalars.Of(value) is { } kind ? new ScalarResult(kind) : null;
    }

    private static ResultForm? Borrowed(TypeRef type)
    {
        if (type is not ReferenceType { IsMutable: false } reference)
            return null;
        var inside = reference.Target.Is("alloc::string::String") || reference.Target.Is("alloc::vec::Vec")
            ? reference.Target.IsOwned(out var owned) ? owned : reference.Target
            : reference.Target;
        return Memory(inside, Ownership.Borrowed);
    }

    private static ResultForm? Owned(TypeRef type) =>
        type.IsOwned(out var inside) ? Memory(inside, Ownership.Owned) : null;

    private static ResultForm? Cow(TypeRef type) =>
        type.IsCow(out var inside) ? Memory(inside, Ownership.Either) : null;

    private static OptionalResult? Option(TypeRef type) =>
        type.IsOption(out var inside) && (Scalar(inside) ?? Borrowed(inside) ?? Owned(inside) ?? Cow(inside)) is { } inner
            ? new OptionalResult(inner)
            : null;

    private static NamedResult? Named(TypeRef type, TypeRegistry types) =>
        types.Plan(type) is NamedValue named
        && types.Find(named.Key) is EnumPlan or RecordPlan { Layout: not RecordLayout.Wire }
            ? new NamedResult(named.Key)
            : null;

    private static RecordSliceResult? Records(TypeRef type, TypeRegistry types)
    {
        var value = type is ReferenceType { IsMutable: false } reference ? reference.Target : type;
        var inside = value is SliceType ? value : value.IsOwned(out var owned) || value.IsCow(out owned) ? owned : null;
        return inside is SliceType slice && types.Plan(slice.Element) is NamedValue named
            && types.Find(named.Key) is RecordPlan { Layout: not RecordLayout.Wire }
                ? new RecordSliceResult(named.Key)
                : null;
    }

    private static WireResult? Wire(TypeRef type, TypeRegistry types) =>
        types.Values.Plan(type) is { } value and not NeverValue ? new WireResult(value) : null;

    private static WireResult? Given(TypeRef type, TypeRegistry types) =>
        types.Values.PlanGiven(type) is { } value and not NeverValue ? new WireResult(value) { HasHandles = true } : null;

    private static ResultForm? Memory(TypeRef inside, Ownership ownership) => inside switch
    {
        SliceType slice when Scalars.Element(slice.Element) is { } element => new SliceResult(element, ownership),
        _ when inside.IsStr() => new TextResult(ownership),
        _ => null,
    };
}
