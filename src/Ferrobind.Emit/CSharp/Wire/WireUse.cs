using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Wire;

/// <summary>What crosses by wire, and which way: only for that there is code. Composites get names.</summary>
internal sealed class WireUse
{
    private readonly TypeFacts _facts;
    private readonly SortedDictionary<string, DataType> _read = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, DataType> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public WireUse(BridgePlan plan, TypeFacts facts)
    {
        _facts = facts;
        foreach (var export in plan.Exports)
        {
            foreach (var parameter in export.Parameters)
            {
                if (parameter.Form is WireParameter wire)
                {
                    AddParameter(wire.Type, parameter.IsInOut);
                    if (parameter.IsInOut)
                        Add(wire.Type, _read);
                }
            }

            foreach (var closure in export.Closures)
                AddClosure(closure);
            if (export.Result is WireResult result)
                Add(result.Type, _read);
            if (export.Result is SequenceResult sequence)
                AddItem(sequence.Item);
            if (export.Error?.Value is { } error)
                Add(error, _read);
        }
    }

    /// <summary>The composites that come.</summary>
    public IEnumerable<DataType> ReadComposites => _read.Values.Where(v => v is not NamedValue);

    /// <summary>The composites that go.</summary>
    public IEnumerable<DataType> WrittenComposites => _written.Values.Where(v => v is not NamedValue);

    /// <summary>Lists that go as spans, for they are parameters.</summary>
    public HashSet<string> Spans { get; } = new(StringComparer.Ordinal);

    public bool IsRead(TypePlan type) => _read.ContainsKey(type.Key);

    public bool IsWritten(TypePlan type) => _written.ContainsKey(type.Key);

    /// <summary>The class that reads and writes a type of the crate.</summary>
    public string Codec(string key) => _facts[key].CSharpName + "Wire";

    /// <summary>What the methods of a composite are called: <c>ListOfText</c>.</summary>
    public string Name(DataType value)
    {
        var key = Key(value);
        if (_names.TryGetValue(key, out var known))
            return known;
        var stem = Stem(value);
        var name = stem;
        for (var n = 2; !_taken.Add(name); n++)
            name = $"{stem}{n}";
        return _names[key] = name;
    }

    /// <summary>Names a value by its structure.</summary>
    public static string Key(DataType value) => value switch
    {
        ScalarValue scalar => scalar.Kind.ToString(),
        StdValue std => std.Kind.ToString(),
        NamedValue named => named.Key,
        HandleValue handle => "handle " + handle.Key,
        ArrayValue array => $"[{Key(array.Element)}; {array.Length}]",
        MapValue map => $"{(map.IsOrdered ? "ordered " : "")}map({Key(map.Key)}, {Key(map.Value)})",
        RangeValue range => $"{range.Kind}({Key(range.Bound)})",
        _ => $"{value.GetType().Name}({string.Join(", ", DataParts.Of(value).Select(Key))})",
    };

    private void AddParameter(DataType value, bool isInOut)
    {
        // A list is a span: then there are two methods, and the array's calls the other.
        if (value is ListValue && !isInOut)
            Spans.Add(Key(value));
        Add(value, _written);
    }

    private void AddClosure(ClosureParameter closure)
    {
        foreach (var argument in closure.Arguments)
        {
            Add(argument.Type, _read);
            if (argument.Access is ClosureAccess.Changed)
                Add(argument.Type, _written);
        }

        Add(closure.Result, _written);
        if (closure.ErrorValue is { } error)
            Add(error, _written);
        if (closure.Error?.Value is { } typed)
            Add(typed, _read);
    }

    // One that the reader reads itself has a method, too: what reads an item is pointed to.
    private void AddItem(DataType value)
    {
        if (IsSimple(value))
            _read.TryAdd(Key(value), value);
        Add(value, _read);
    }

    private void Add(DataType value, SortedDictionary<string, DataType> all)
    {
        if (IsSimple(value) || !all.TryAdd(Key(value), value))
            return;
        foreach (var part in value is NamedValue named ? DataParts.Of(_facts[named]) : DataParts.Of(value))
            Add(part, all);
    }

    // What the reader and the writer do themselves.
    private static bool IsSimple(DataType value) => value is ScalarValue or TextValue or UnitValue or NeverValue or StdValue or HandleValue;

    private string Stem(DataType value) => value switch
    {
        ScalarValue scalar => scalar.Kind.ToString(),
        TextValue => "Text",
        UnitValue => "Unit",
        NeverValue => "Never",
        OptionValue option => $"OptionOf{Stem(option.Inner)}",
        ResultValue result => $"ResultOf{Stem(result.Ok)}Or{Stem(result.Error)}",
        ListValue list => $"ListOf{Stem(list.Element)}",
        ArrayValue array => $"ArrayOf{array.Length}{Stem(array.Element)}",
        SetValue set => $"SetOf{Stem(set.Element)}",
        MapValue map => $"{(map.IsOrdered ? "Ordered" : "")}MapOf{Stem(map.Key)}To{Stem(map.Value)}",
        TupleValue tuple => $"TupleOf{string.Join("And", tuple.Elements.Select(Stem))}",
        RangeValue range => $"{range.Kind}Of{Stem(range.Bound)}",
        BoundValue bound => $"BoundOf{Stem(bound.Inner)}",
        StdValue std => std.Kind.ToString(),
        NamedValue named => _facts[named].CSharpName,
        HandleValue handle => _facts[handle.Key].CSharpName,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "not a value type"),
    };
}
