using System.Globalization;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// The names of the functions that read and write each type of data: a type's own name, or what a composed one is
/// made of, <c>ListOfText</c>.
/// </summary>
internal sealed class ValueNames(BridgePlan plan, GoTypes types)
{
    private readonly Dictionary<string, string> _byType = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = plan.Types.Concat(plan.Handles).Select(t => t.GoName).ToHashSet(StringComparer.Ordinal);

    public string Of(DataType type)
    {
        if (type is NamedValue named)
            return types.Plan(named).GoName;

        // The Go types of a list and of an ordered map may be the same, but not the description.
        var wanted = Describe(type);
        var identity = $"{wanted} {types.Of(type)}";
        if (_byType.TryGetValue(identity, out var known))
            return known;
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}{number}");
        return _byType[identity] = name;
    }

    private string Describe(DataType type) => type switch
    {
        ScalarValue scalar => scalar.Kind.ToString(),
        TextValue => "Text",
        UnitValue => "Unit",
        NeverValue => "Never",
        OptionValue option => "OptionOf" + Describe(option.Inner),
        ResultValue result => $"ResultOf{Describe(result.Ok)}Or{Describe(result.Error)}",
        ListValue list => "ListOf" + Describe(list.Element),
        ArrayValue array => string.Create(CultureInfo.InvariantCulture, $"ArrayOf{array.Length}{Describe(array.Element)}"),
        SetValue set => "SetOf" + Describe(set.Element),
        MapValue map => $"{(map.IsOrdered ? "Entries" : "Map")}Of{Describe(map.Key)}To{Describe(map.Value)}",
        TupleValue tuple => "TupleOf" + string.Join("And", tuple.Elements.Select(Describe)),
        RangeValue range => $"{range.Kind}Of{Describe(range.Bound)}",
        BoundValue bound => "BoundOf" + Describe(bound.Inner),
        StdValue std => std.Kind.ToString(),
        NamedValue named => types.Plan(named).GoName,
        HandleValue handle => types.Plan(handle.Key).GoName,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a value type"),
    };
}
