using System.Collections.Immutable;

namespace Ferrobind.Plan;

/// <summary>A type of the crate that crosses as data. The set of derived records is closed.</summary>
/// <param name="Key">Names the type in the plan: its Rust syntax without the leading <c>::</c>, <c>geo::Pair&lt;f64&gt;</c>.</param>
/// <param name="RustType">The type in the bridge: <c>::geo::Pair&lt;f64&gt;</c>.</param>
/// <param name="RustPath">The path of its constructors there, without arguments: <c>::geo::Pair</c>.</param>
/// <param name="CName">Its name in C type names: <c>geo_pair_f64</c>.</param>
/// <param name="GoName">The Go type: <c>PairF64</c>.</param>
/// <param name="CSharpName">The C# type: <c>PairF64</c>.</param>
public abstract record TypePlan(
    string Key, string RustType, string RustPath, string CName, string GoName, string CSharpName, Documentation Docs)
{
    /// <summary>Values come in (an argument), so readers of it are generated in Rust and writers elsewhere.</summary>
    public bool IsSent { get; init; }

    /// <summary>
    /// Where it is defined, with its arguments: two crates that are bound together and offer one type have it under different paths, and
    /// this is the same.
    /// </summary>
    public string Identity { get; init; } = "";

    /// <summary>Some export changes one in place (<c>&amp;mut</c>): C# then makes the properties settable.</summary>
    public bool IsMutated { get; init; }
}

/// <summary>A struct all of whose fields are public data.</summary>
/// <param name="Style">Named, tuple or unit.</param>
/// <param name="Layout">Whether it also crosses by value, as a C struct.</param>
public sealed record RecordPlan(
    string Key, string RustType, string RustPath, string CName, string GoName, string CSharpName, Documentation Docs,
    FieldStyle Style, ImmutableArray<FieldPlan> Fields, RecordLayout Layout)
    : TypePlan(Key, RustType, RustPath, CName, GoName, CSharpName, Docs);

/// <summary>An enum without data: its discriminants as a scalar.</summary>
/// <param name="Underlying">What crosses: the type of its <c>repr</c>, or the narrowest of i32, i64 that holds all.</param>
/// <param name="IsOpen">It is <c>#[non_exhaustive]</c>: values that the bindings do not know may come, and cannot be sent.</param>
public sealed record EnumPlan(
    string Key, string RustType, string RustPath, string CName, string GoName, string CSharpName, Documentation Docs,
    ScalarKind Underlying, ImmutableArray<EnumMemberPlan> Members, bool IsOpen)
    : TypePlan(Key, RustType, RustPath, CName, GoName, CSharpName, Docs);

/// <summary>
/// An enum with data. Go: a sealed interface and one struct a variant; C#: an abstract record and nested sealed
/// records. On the wire: the variant's index in declaration order, as u32, then its fields.
/// </summary>
/// <param name="IsOpen">
/// It is <c>#[non_exhaustive]</c>: a variant that the bindings do not know arrives as the unknown case (index 0xFFFF_FFFF, no
/// fields), which cannot be sent.
/// </param>
public sealed record SumPlan(
    string Key, string RustType, string RustPath, string CName, string GoName, string CSharpName, Documentation Docs,
    ImmutableArray<VariantPlan> Variants, bool IsOpen)
    : TypePlan(Key, RustType, RustPath, CName, GoName, CSharpName, Docs)
{
    /// <summary>The Go struct of the unknown case; a variant may be called Unknown, too.</summary>
    public string GoUnknown => Unknown(GoName, Variants.Select(v => v.GoName));

    /// <summary>The name of the unknown case of a type with such variants.</summary>
    public static string Unknown(string goName, IEnumerable<string> variants)
    {
        var taken = variants.ToHashSet(StringComparer.Ordinal);
        return taken.Contains(goName + "Unknown") ? goName + "Unrecognized" : goName + "Unknown";
    }
}

/// <summary>The shape of fields in Rust.</summary>
public enum FieldStyle { Unit, Tuple, Named }

/// <summary>How a record crosses by itself; inside of other data it is always on the wire.</summary>
public enum RecordLayout
{
    /// <summary>By wire.</summary>
    Wire,

    /// <summary>All scalars (no 128-bit ones) or plain records: by value, as a <c>#[repr(C)]</c> mirror.</summary>
    Plain,

    /// <summary>Plain, and <c>#[repr(C)]</c> in Rust: slices of it are views, too.</summary>
    PlainC,
}

/// <summary>A field. Names are unique in their type, and no keywords.</summary>
/// <param name="RustName">As in Rust, <c>0</c> for a tuple's first.</param>
/// <param name="CName">In the C mirror.</param>
public sealed record FieldPlan(
    string RustName, string CName, string GoName, string CSharpName, DataType Type, Documentation Docs);

/// <summary>One name of an enum without data.</summary>
/// <param name="GoName">The constant, with the type's name before it: <c>ColorRed</c>.</param>
/// <param name="Value">The discriminant, decimal.</param>
public sealed record EnumMemberPlan(
    string RustName, string GoName, string CSharpName, string Value, Documentation Docs);

/// <summary>One variant of an enum with data.</summary>
/// <param name="GoName">The Go struct, with the enum's name before it: <c>ShapeCircle</c>.</param>
/// <param name="CSharpName">The nested record: <c>Circle</c>, in <c>Shape</c>.</param>
/// <param name="Index">Its index in declaration order.</param>
public sealed record VariantPlan(
    string RustName, string GoName, string CSharpName, int Index, FieldStyle Style, ImmutableArray<FieldPlan> Fields,
    Documentation Docs)
{
    /// <summary>It is <c>#[non_exhaustive]</c> itself: it comes, with the fields that are known, and cannot be sent.</summary>
    public bool IsOpen { get; init; }
}
