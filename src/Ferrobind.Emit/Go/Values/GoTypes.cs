using System.Collections.Immutable;
using System.Globalization;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>What data is in Go.</summary>
internal sealed class GoTypes(BridgePlan plan)
{
    private readonly Dictionary<string, TypePlan> _types =
        plan.Types.Concat(plan.Handles).ToDictionary(t => t.Key, StringComparer.Ordinal);
    private readonly SortedSet<int> _tuples = [];

    /// <summary>The lengths of the tuples that have been asked for, of which each needs a support type.</summary>
    public IEnumerable<int> Tuples => _tuples;

    public TypePlan Plan(string key) => _types[key];

    public TypePlan Plan(NamedValue named) => _types[named.Key];

    /// <summary>The Go type.</summary>
    public string Of(DataType type) => type switch
    {
        ScalarValue scalar => GoScalar.Of(scalar.Kind).Type,
        TextValue => "string",
        UnitValue or NeverValue => "struct{}",
        OptionValue { Inner: HandleValue handle } => Of(handle),
        OptionValue option => "*" + Of(option.Inner),
        ResultValue result => $"Result[{Of(result.Ok)}, {Of(result.Error)}]",
        ListValue list => "[]" + Element(list.Element),
        ArrayValue array => string.Create(CultureInfo.InvariantCulture, $"[{array.Length}]{Element(array.Element)}"),
        SetValue set => $"map[{Of(set.Element)}]struct{{}}",
        MapValue { IsOrdered: false } map => $"map[{Of(map.Key)}]{Of(map.Value)}",
        MapValue map => $"[]{Entry(map)}",
        TupleValue tuple => Tuple(tuple.Elements),
        RangeValue range => $"{range.Kind}[{Of(range.Bound)}]",
        BoundValue bound => $"Bound[{Of(bound.Inner)}]",
        StdValue std => Of(std.Kind),
        NamedValue named => Plan(named).GoName,
        HandleValue handle => "*" + Plan(handle.Key).GoName,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a value type"),
    };

    /// <summary>The type of an entry of an ordered map.</summary>
    public string Entry(MapValue map) => $"Entry[{Of(map.Key)}, {Of(map.Value)}]";

    /// <summary>The type as an element: <c>byte</c>, where a <c>uint8</c> alone is a number.</summary>
    public string Element(DataType type) => type is ScalarValue scalar ? GoScalar.Of(scalar.Kind).Element : Of(type);

    /// <summary>The value that stands where there is none.</summary>
    public string Zero(DataType type) => type switch
    {
        ScalarValue scalar => GoScalar.Of(scalar.Kind).Zero,
        TextValue or StdValue { Kind: StdKind.OsText } => "\"\"",
        StdValue { Kind: StdKind.Duration or StdKind.Ordering } => "0",
        StdValue { Kind: StdKind.Json or StdKind.AnyJson } or OptionValue or ListValue or SetValue or MapValue or HandleValue => "nil",
        NamedValue named => Plan(named) switch
        {
            EnumPlan => "0",
            SumPlan => "nil",
            var record => record.GoName + "{}",
        },
        _ => Of(type) + "{}",
    };

    private string Tuple(ImmutableArray<DataType> elements)
    {
        _tuples.Add(elements.Length);
        return string.Create(CultureInfo.InvariantCulture, $"Tuple{elements.Length}[{string.Join(", ", elements.Select(Of))}]");
    }

    private static string Of(StdKind kind) => kind switch
    {
        StdKind.Duration => "time.Duration",
        StdKind.SystemTime or StdKind.Instant => "time.Time",
        StdKind.OsText => "string",
        StdKind.Ipv4Addr or StdKind.Ipv6Addr or StdKind.IpAddr => "netip.Addr",
        StdKind.SocketAddrV4 or StdKind.SocketAddrV6 or StdKind.SocketAddr => "netip.AddrPort",
        StdKind.Ordering => "int",
        StdKind.Json => "json.RawMessage",
        StdKind.AnyJson => "any",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a type of std"),
    };
}
