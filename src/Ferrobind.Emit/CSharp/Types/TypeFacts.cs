using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>What C# makes of the plan's types: values or references, how large, compared how.</summary>
internal sealed class TypeFacts
{
    // What a good engineer still copies without a thought.
    private const int LargestStruct = 32;

    private readonly Dictionary<string, TypePlan> _types;
    private readonly Dictionary<string, bool> _isStruct = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public TypeFacts(BridgePlan plan) => _types = plan.Types.Concat(plan.Handles).ToDictionary(t => t.Key, StringComparer.Ordinal);

    public TypePlan this[string key] => _types[key];

    public TypePlan this[NamedValue value] => _types[value.Key];

    /// <summary>The fields that there are in C#: <c>()</c> says nothing.</summary>
    public static IEnumerable<FieldPlan> Fields(ImmutableArray<FieldPlan> fields) => fields.Where(f => f.Type is not UnitValue);

    /// <summary>Whether the type is a struct: one that crosses by value, or small and without references.</summary>
    public bool IsStruct(TypePlan type)
    {
        if (type is EnumPlan)
            return true;
        if (type is not RecordPlan record)
            return false;
        if (_isStruct.TryGetValue(type.Key, out var known))
            return known;
        if (!_open.Add(type.Key))
            return false;
        var isStruct = record.Layout != RecordLayout.Wire
            || (record.Fields.All(f => SizeInStruct(f.Type) is not null) && record.Fields.Sum(f => SizeInStruct(f.Type)) <= LargestStruct);
        _open.Remove(type.Key);
        return _isStruct[type.Key] = isStruct;
    }

    /// <summary>Whether null is no value of the C# type, unless it is marked with a question mark.</summary>
    public bool IsReference(DataType value) => value switch
    {
        TextValue or ListValue or ArrayValue or SetValue or MapValue or NeverValue or HandleValue => true,
        OptionValue { Inner: OptionValue } => false,
        OptionValue option => IsReference(option.Inner),
        StdValue std => std.Kind is not (StdKind.Duration or StdKind.SystemTime or StdKind.Instant or StdKind.Ordering or StdKind.Json),
        NamedValue named => !IsStruct(this[named]),
        _ => false,
    };

    /// <summary>The least that a value takes on the wire.</summary>
    public int Least(DataType value) => Least(value, []);

    /// <summary>Whether values of the type can contain each other: their nesting is counted.</summary>
    public bool IsRecursive(TypePlan type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<TypePlan>([type]);
        while (open.TryPop(out var next))
        {
            foreach (var key in DataParts.Of(next).SelectMany(DataParts.Keys).Where(seen.Add))
                open.Push(_types[key]);
        }

        return seen.Contains(type.Key);
    }

    /// <summary>
    /// Whether the wire's bytes are those of the C# value, any of them: lists are then one block. Numbers, and records of them
    /// that no padding is in.
    /// </summary>
    public bool IsBlock(DataType value) => value switch
    {
        ScalarValue scalar => scalar.Kind is not (ScalarKind.Bool or ScalarKind.Char),
        NamedValue named => this[named] is RecordPlan { Layout: not RecordLayout.Wire } && Layout(named) is { } layout && layout.Size > 0,
        _ => false,
    };

    /// <summary>Whether the C# type's own equality would compare collections by reference.</summary>
    public static bool HasContents(DataType value) => value switch
    {
        ListValue or ArrayValue or SetValue or MapValue => true,
        OptionValue option => HasContents(option.Inner),
        ResultValue result => HasContents(result.Ok) || HasContents(result.Error),
        TupleValue tuple => tuple.Elements.Any(HasContents),
        RangeValue range => HasContents(range.Bound),
        BoundValue bound => HasContents(bound.Inner),
        _ => false,
    };

    /// <summary>Whether there are handles in a value, however deep.</summary>
    public bool HasHandles(DataType value)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Has(value);

        bool Has(DataType part) => part is HandleValue
            || (part is NamedValue named
                ? seen.Add(named.Key) && DataParts.Of(this[named]).Any(Has)
                : DataParts.Of(part).Any(Has));
    }

    private int? SizeInStruct(DataType value) => value switch
    {
        ScalarValue scalar => CSharpTypes.Size(scalar.Kind),
        UnitValue => 0,
        OptionValue option when !IsReference(option.Inner) => SizeInStruct(option.Inner) + 8,
        StdValue { Kind: StdKind.Duration } => 8,
        StdValue { Kind: StdKind.SystemTime or StdKind.Instant } => 16,
        StdValue { Kind: StdKind.Ordering } => 4,
        NamedValue named when this[named] is EnumPlan values => CSharpTypes.Size(values.Underlying),
        NamedValue named when this[named] is RecordPlan record && IsStruct(record) => record.Fields.Sum(f => SizeInStruct(f.Type)),
        _ => null,
    };

    private (int Size, int Align)? Layout(DataType value)
    {
        if (value is ScalarValue { Kind: not (ScalarKind.Bool or ScalarKind.Char) } scalar)
            return (CSharpTypes.Size(scalar.Kind), CSharpTypes.Size(scalar.Kind));
        if (value is not NamedValue named || this[named] is not RecordPlan { Layout: not RecordLayout.Wire } record)
            return null;
        var (size, align) = (0, 1);
        foreach (var field in record.Fields)
        {
            if (Layout(field.Type) is not { } part || size % part.Align != 0)
                return null;
            (size, align) = (size + part.Size, Math.Max(align, part.Align));
        }

        return size % align == 0 ? (size, align) : null;
    }

    private int Least(DataType value, ImmutableHashSet<string> open) => value switch
    {
        ScalarValue scalar => CSharpTypes.Size(scalar.Kind),
        TextValue or ListValue or SetValue or MapValue => 4,
        UnitValue => 0,
        NeverValue or OptionValue => 1,
        ResultValue result => 1 + Math.Min(Least(result.Ok, open), Least(result.Error, open)),
        ArrayValue array => checked(array.Length * Least(array.Element, open)),
        TupleValue tuple => tuple.Elements.Sum(e => Least(e, open)),
        RangeValue range => Ranges.Ends(range.Kind).Length * Least(range.Bound, open),
        BoundValue => 1,
        HandleValue => 8,
        StdValue std => std.Kind switch
        {
            StdKind.Duration or StdKind.SystemTime => 12,
            StdKind.OsText or StdKind.Ipv4Addr or StdKind.Json or StdKind.AnyJson => 4,
            StdKind.Instant => 8,
            StdKind.Ipv6Addr => 16,
            StdKind.IpAddr => 5,
            StdKind.SocketAddrV4 => 6,
            StdKind.SocketAddrV6 => 26,
            StdKind.SocketAddr => 7,
            StdKind.Ordering => 1,
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "not a kind"),
        },
        NamedValue named => open.Contains(named.Key) ? 0 : this[named] switch
        {
            RecordPlan record => record.Fields.Sum(f => Least(f.Type, open.Add(named.Key))),
            EnumPlan values => CSharpTypes.Size(values.Underlying),
            _ => 4,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "not a value type"),
    };
}
