using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary>How much of the wire a type's values take; docs/wire.md has the sizes.</summary>
/// <param name="Least">The least bytes of any value.</param>
/// <param name="IsFixed">Every value takes as many.</param>
internal readonly record struct WireExtent(long Least, bool IsFixed)
{
    private static readonly WireExtent Tagged = new(1, false);
    private static readonly WireExtent Counted = new(4, false);

    public static WireExtent Of(BridgePlan plan, TypePlan type) => Of(plan, type, []);

    private static WireExtent Of(BridgePlan plan, TypePlan type, ImmutableHashSet<string> around)
    {
        // A type that has one of itself in every value has no values.
        if (around.Contains(type.Key))
            return new(0, false);
        return type switch
        {
            RecordPlan record => Sum(record.Fields.Select(f => Of(plan, f.Type, around.Add(type.Key)))),
            EnumPlan values => Of(values.Underlying),
            _ => Counted,
        };
    }

    private static WireExtent Of(BridgePlan plan, DataType type, ImmutableHashSet<string> around) => type switch
    {
        ScalarValue scalar => Of(scalar.Kind),
        UnitValue => new(0, true),
        NeverValue => new(0, false),
        TextValue or ListValue or SetValue or MapValue => Counted,
        OptionValue or ResultValue or BoundValue => Tagged,
        ArrayValue array => Times(Of(plan, array.Element, around), array.Length),
        TupleValue tuple => Sum(tuple.Elements.Select(e => Of(plan, e, around))),
        RangeValue { Kind: RangeKind.Range or RangeKind.RangeInclusive } range => Times(Of(plan, range.Bound, around), 2),
        RangeValue range => Of(plan, range.Bound, around),
        StdValue std => Of(std.Kind),
        NamedValue named => Of(plan, plan.Type(named.Key), around),
        HandleValue => new(8, true),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a type of data"),
    };

    private static WireExtent Of(ScalarKind kind) => new(
        kind switch
        {
            ScalarKind.Bool or ScalarKind.I8 or ScalarKind.U8 => 1,
            ScalarKind.I16 or ScalarKind.U16 => 2,
            ScalarKind.Char or ScalarKind.I32 or ScalarKind.U32 or ScalarKind.F32 => 4,
            ScalarKind.I128 or ScalarKind.U128 => 16,
            _ => 8,
        },
        true);

    private static WireExtent Of(StdKind kind) => kind switch
    {
        StdKind.Ordering => new(1, true),
        StdKind.Ipv4Addr => new(4, true),
        StdKind.SocketAddrV4 => new(6, true),
        StdKind.Instant => new(8, true),
        StdKind.Duration or StdKind.SystemTime => new(12, true),
        StdKind.Ipv6Addr => new(16, true),
        StdKind.SocketAddrV6 => new(26, true),
        StdKind.IpAddr => new(5, false),
        StdKind.SocketAddr => new(7, false),
        _ => Counted,
    };

    private static WireExtent Times(WireExtent one, int count) => new(one.Least * count, one.IsFixed || count == 0);

    private static WireExtent Sum(IEnumerable<WireExtent> parts) =>
        parts.Aggregate(new WireExtent(0, true), (sum, part) => new(sum.Least + part.Least, sum.IsFixed && part.IsFixed));
}
