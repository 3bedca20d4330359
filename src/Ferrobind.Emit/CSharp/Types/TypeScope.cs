using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>
/// How types are named at one place of the generated code: plainly, or with their namespace where something nearer has the same name
/// (a variant <c>Circle(Circle)</c>, a crate's own <c>TimeSpan</c>).
/// </summary>
internal sealed class TypeScope
{
    private readonly PackageNames _names;
    private readonly HashSet<string> _hidden;
    private readonly bool _isInternal;

    /// <param name="hidden">The names of what is nearer here than the project's and .NET's types.</param>
    /// <param name="isInternal">In the namespace of what is internal, whose own types come first.</param>
    public TypeScope(PackageNames names, IEnumerable<string> hidden, bool isInternal = false)
    {
        _names = names;
        _isInternal = isInternal;
        _hidden = hidden.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The names of the types inside of a type.</summary>
    public static IEnumerable<string> NestedTypes(TypePlan type) =>
        type is SumPlan sum ? sum.Variants.Select(v => v.CSharpName).Append("Unknown") : [];

    /// <summary>The names of a type's fields, and of the types inside of it.</summary>
    public static IEnumerable<string> Members(TypePlan type) => type switch
    {
        RecordPlan record => record.Fields.Select(f => f.CSharpName),
        SumPlan sum => sum.Variants.SelectMany(v => v.Fields).Select(f => f.CSharpName).Concat(NestedTypes(sum)),
        _ => [],
    };

    /// <summary>The types, and what C# makes of them.</summary>
    public TypeFacts Facts => _names.Facts;

    /// <summary>The C# type of a value.</summary>
    public string Of(DataType value) => value switch
    {
        ScalarValue scalar => Scalar(scalar.Kind),
        TextValue => "string",
        UnitValue => Support("RustUnit"),
        NeverValue => Support("RustNever"),
        OptionValue { Inner: OptionValue inner } => $"{Support("RustOption")}<{Of(inner)}>",
        OptionValue option => Of(option.Inner) + "?",
        ResultValue result => $"{Support("RustResult")}<{Of(result.Ok)}, {Of(result.Error)}>",
        ListValue list => Array(list.Element),
        ArrayValue array => Array(array.Element),
        SetValue set => $"{Bcl("HashSet")}<{Of(set.Element)}>",
        MapValue map => $"{Bcl(map.IsOrdered ? "OrderedDictionary" : "Dictionary")}<{Of(map.Key)}, {Of(map.Value)}>",
        TupleValue tuple => $"({string.Join(", ", tuple.Elements.Select(Of))})",
        RangeValue range => $"{Support($"Rust{range.Kind}")}<{Of(range.Bound)}>",
        BoundValue bound => $"{Support("RustBound")}<{Of(bound.Inner)}>",
        StdValue std => Std(std.Kind),
        NamedValue named => Named(named.Key),
        HandleValue handle => Named(handle.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "not a value type"),
    };

    /// <summary>The C# type of a scalar.</summary>
    public string Scalar(ScalarKind kind) =>
        kind is ScalarKind.Char or ScalarKind.I128 or ScalarKind.U128 ? Bcl(CSharpTypes.Public(kind)) : CSharpTypes.Public(kind);

    /// <summary>A type of the crate.</summary>
    public string Named(string key) => Project(Facts[key].CSharpName);

    /// <summary>A public type of the crate's.</summary>
    public string Project(string name) => _hidden.Contains(name) ? $"global::{_names.Namespace}.{name}" : name;

    /// <summary>A public support type.</summary>
    public string Support(string name) => _hidden.Contains(name) ? $"global::{_names.Shared.Namespace}.{name}" : name;

    /// <summary>An internal type of the project.</summary>
    public string Interop(string name) =>
        !_isInternal && (_names.HasType(name) || _hidden.Contains(name))
            ? $"global::{InteropOf(name)}.{name}"
            : name;

    private string InteropOf(string name) => CSharpEmitter.InteropSupport.Contains(name)
        ? $"{_names.Shared.Namespace}.{_names.Shared.InteropNamespace}"
        : $"{_names.Namespace}.{_names.InteropNamespace}";

    /// <summary>A type of .NET's.</summary>
    public string Bcl(string name) => _names.HasType(name) || _hidden.Contains(name) ? $"global::{Usings.NamespaceOf(name)}.{name}" : name;

    /// <summary>A type as a <c>cref</c> says it: no nullable references, no tuples, braces for brackets.</summary>
    public string Cref(DataType value) => value switch
    {
        OptionValue { Inner: not OptionValue } option when Facts.IsReference(option.Inner) => Cref(option.Inner),
        OptionValue { Inner: OptionValue inner } => $"{Support("RustOption")}{{{Cref(inner)}}}",
        OptionValue option => $"{Bcl("Nullable")}{{{Cref(option.Inner)}}}",
        ResultValue result => $"{Support("RustResult")}{{{Cref(result.Ok)}, {Cref(result.Error)}}}",
        ListValue list => $"{Cref(list.Element)}[]",
        ArrayValue array => $"{Cref(array.Element)}[]",
        SetValue set => $"{Bcl("HashSet")}{{{Cref(set.Element)}}}",
        MapValue map => $"{Bcl(map.IsOrdered ? "OrderedDictionary" : "Dictionary")}{{{Cref(map.Key)}, {Cref(map.Value)}}}",
        TupleValue tuple => CrefTuple([.. tuple.Elements.Select(Cref)]),
        RangeValue range => $"{Support($"Rust{range.Kind}")}{{{Cref(range.Bound)}}}",
        BoundValue bound => $"{Support("RustBound")}{{{Cref(bound.Inner)}}}",
        _ => Of(value),
    };

    // The eighth argument of a ValueTuple is one with the rest.
    private string CrefTuple(string[] elements) => elements.Length <= 7
        ? $"{Bcl("ValueTuple")}{{{string.Join(", ", elements)}}}"
        : $"{Bcl("ValueTuple")}{{{string.Join(", ", elements[..7])}, {CrefTuple(elements[7..])}}}";

    private string Array(DataType element) => $"{Of(element)}[]";

    private string Std(StdKind kind) => kind switch
    {
        StdKind.Duration => Bcl("TimeSpan"),
        StdKind.SystemTime or StdKind.Instant => Bcl("DateTimeOffset"),
        StdKind.OsText => "string",
        StdKind.Ipv4Addr or StdKind.Ipv6Addr or StdKind.IpAddr => Bcl("IPAddress"),
        StdKind.SocketAddrV4 or StdKind.SocketAddrV6 or StdKind.SocketAddr => Bcl("IPEndPoint"),
        StdKind.Ordering => "int",
        StdKind.Json => Bcl("JsonElement"),
        StdKind.AnyJson => Bcl("JsonNode"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind"),
    };
}
