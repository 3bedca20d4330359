using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>What the bytes of values are known to be before there are any.</summary>
internal sealed class WireLayout(GoTypes types)
{
    private readonly Dictionary<string, bool> _recursive = new(StringComparer.Ordinal);

    /// <summary>The least bytes that a value takes.</summary>
    public long Least(DataType type) => Least(type, []);

    /// <summary>Values take no bytes, and no memory in Go.</summary>
    public bool IsEmpty(DataType type) => type switch
    {
        UnitValue or NeverValue => true,
        ArrayValue array => array.Length == 0 || IsEmpty(array.Element),
        TupleValue tuple => tuple.Elements.All(IsEmpty),
        NamedValue named => types.Plan(named) is RecordPlan record && !IsRecursive(record.Key) && record.Fields.All(f => IsEmpty(f.Type)),
        _ => false,
    };

    /// <summary>The type contains itself, so that its values nest as deep as they like.</summary>
    public bool IsRecursive(string key)
    {
        if (!_recursive.TryGetValue(key, out var known))
            _recursive[key] = known = Mentioned(DataParts.Of(types.Plan(key))).Contains(key);
        return known;
    }

    /// <summary>The type contains one that contains itself.</summary>
    public bool HasRecursion(DataType root) => AllParts([root]).Any(part => part is NamedValue named && IsRecursive(named.Key));

    /// <summary>Values of the type may be what Go has no equal of.</summary>
    public bool MayMisfit(params IEnumerable<DataType> roots) => AllParts(roots).Any(part =>
        part is StdValue { Kind: StdKind.Duration or StdKind.SystemTime });

    /// <summary>Some value that Go has of the parameter's type is none in Rust.</summary>
    public bool MayBeRefused(ParameterPlan parameter) => parameter.IsInOut || parameter.Form switch
    {
        WireParameter wire => MayBeRefused(wire.Type),
        NamedParameter named => MayBeRefused(new NamedValue(named.Key)),
        RecordSliceParameter slice => MayBeRefused(new NamedValue(slice.Key)),
        _ => false,
    };

    /// <summary>Writing a value may find that it cannot be sent; what Rust alone can tell is not counted.</summary>
    public bool MayFail(DataType root) => AllParts([root]).Any(part => part switch
    {
        ScalarValue scalar => GoScalar.Is128(scalar.Kind),
        NamedValue named => types.Plan(named) is SumPlan || IsRecursive(named.Key),
        StdValue std => std.Kind is not (StdKind.SystemTime or StdKind.Instant or StdKind.Ordering),
        TextValue or ListValue or SetValue or MapValue or NeverValue or BoundValue => true,
        _ => false,
    });

    private bool MayBeRefused(DataType root) => AllParts([root]).Any(part => part switch
    {
        ScalarValue scalar => scalar.IsNonZero || scalar.Kind is ScalarKind.Char or ScalarKind.I128 or ScalarKind.U128,
        NamedValue named => types.Plan(named) is not RecordPlan,
        StdValue std => std.Kind is not (StdKind.OsText or StdKind.Ordering),
        TextValue or NeverValue or BoundValue or HandleValue => true,
        _ => false,
    });

    /// <summary>There are handles in values of the type.</summary>
    public bool HasHandles(DataType root) => AllParts([root]).Any(part => part is HandleValue);

    /// <summary>
    /// A record whose memory is its wire on a little-endian machine: numbers without gaps. Null for any other type, else the
    /// bytes of one.
    /// </summary>
    public int? Block(DataType type) => Size(type) is { } size && type is NamedValue && size.Bytes % size.Alignment == 0 ? size.Bytes : null;

    /// <summary>A scalar that is the same in memory and on the wire, whatever its bits.</summary>
    public static bool IsFixed(DataType type) => type is ScalarValue scalar && FixedSize(scalar.Kind) is not null;

    private (int Bytes, int Alignment)? Size(DataType type)
    {
        if (type is ScalarValue scalar)
            return FixedSize(scalar.Kind) is { } bytes ? (bytes, bytes) : null;
        if (type is not NamedValue named || types.Plan(named) is not RecordPlan { Fields.Length: > 0 } record || IsRecursive(record.Key))
            return null;
        var (at, alignment) = (0, 1);
        foreach (var field in record.Fields)
        {
            if (Size(field.Type) is not { } size || at % size.Alignment != 0 || size.Bytes % size.Alignment != 0)
                return null;
            at += size.Bytes;
            alignment = Math.Max(alignment, size.Alignment);
        }

        return (at, alignment);
    }

    private static int? FixedSize(ScalarKind kind) => kind switch
    {
        ScalarKind.I8 or ScalarKind.U8 => 1,
        ScalarKind.I16 or ScalarKind.U16 => 2,
        ScalarKind.I32 or ScalarKind.U32 or ScalarKind.F32 => 4,
        ScalarKind.I64 or ScalarKind.U64 or ScalarKind.F64 => 8,
        _ => null,
    };

    private long Least(DataType type, HashSet<string> open) => type switch
    {
        ScalarValue { Kind: var kind } => FixedSize(kind) ?? kind switch
        {
            ScalarKind.Bool => 1,
            ScalarKind.Char => 4,
            ScalarKind.I128 or ScalarKind.U128 => 16,
            _ => 8,
        },
        TextValue or ListValue or SetValue or MapValue => 4,
        UnitValue or NeverValue => 0,
        OptionValue or ResultValue or BoundValue => 1,
        ArrayValue array => array.Length * Least(array.Element, open),
        TupleValue tuple => tuple.Elements.Sum(e => Least(e, open)),
        RangeValue range => Least(range.Bound, open) * (range.Kind is RangeKind.Range or RangeKind.RangeInclusive ? 2 : 1),
        StdValue std => std.Kind switch
        {
            StdKind.Duration or StdKind.SystemTime => 12,
            StdKind.Instant => 8,
            StdKind.Ipv6Addr => 16,
            StdKind.IpAddr => 5,
            StdKind.SocketAddrV4 => 6,
            StdKind.SocketAddrV6 => 26,
            StdKind.SocketAddr => 7,
            StdKind.Ordering => 1,
            _ => 4,
        },
        HandleValue => 8,
        NamedValue named => types.Plan(named) switch
        {
            EnumPlan values => Least(new ScalarValue(values.Underlying), open),
            SumPlan => 4,
            RecordPlan record => LeastOf(record, open),
            var other => throw new ArgumentOutOfRangeException(nameof(type), other, "not a type"),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a value type"),
    };

    // A record that contains itself by nothing but records has no values at all.
    private long LeastOf(RecordPlan record, HashSet<string> open)
    {
        if (!open.Add(record.Key))
            return 0;
        var least = record.Fields.Sum(f => Least(f.Type, open));
        open.Remove(record.Key);
        return least;
    }

    private HashSet<string> Mentioned(IEnumerable<DataType> roots) =>
        AllParts(roots).OfType<NamedValue>().Select(named => named.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>The types and everything in them, each named one once.</summary>
    private IEnumerable<DataType> AllParts(IEnumerable<DataType> roots)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<DataType>(roots);
        while (open.TryPop(out var type))
        {
            yield return type;
            foreach (var part in type is NamedValue named ? (seen.Add(named.Key) ? DataParts.Of(types.Plan(named)) : []) : DataParts.Of(type))
                open.Push(part);
        }
    }
}
