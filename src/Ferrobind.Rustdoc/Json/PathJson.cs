using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ferrobind.Rustdoc.Json;

/// <summary>A mention of a type or a trait; what is written is <c>name</c> in format 37, later <c>path</c>.</summary>
internal sealed record PathJson(uint Id, GenericArgsJson? Args = null, string? Path = null, string? Name = null)
{
    public string Written => Path ?? Name ?? "";
}

/// <summary>The arguments of a path. The set of derived records is closed.</summary>
[JsonConverter(typeof(GenericArgsConverter))]
internal abstract record GenericArgsJson;

/// <summary><c>&lt;'a, T, Item = U&gt;</c></summary>
internal sealed record AngleBracketedJson(
    ImmutableArray<GenericArgJson> Args, ImmutableArray<AssociatedConstraintJson> Constraints) : GenericArgsJson;

/// <summary><c>(A, B) -> R</c></summary>
internal sealed record ParenthesizedJson(ImmutableArray<TypeJson> Inputs, TypeJson? Output = null) : GenericArgsJson;

/// <summary><c>T::method(..)</c>; since format 46, and unstable.</summary>
internal sealed record ReturnTypeNotationJson : GenericArgsJson;

internal sealed class GenericArgsConverter : TaggedConverter<GenericArgsJson>
{
    protected override GenericArgsJson ReadUnit(string tag) => new ReturnTypeNotationJson();

    protected override GenericArgsJson ReadVariant(string tag, ref Utf8JsonReader reader) => tag switch
    {
        "angle_bracketed" => Read(ref reader, RustdocJsonContext.Default.AngleBracketedJson),
        "parenthesized" => Read(ref reader, RustdocJsonContext.Default.ParenthesizedJson),
        _ => throw new JsonException($"{tag} is no list of arguments"),
    };
}

/// <summary>One argument of a path. The set of derived records is closed.</summary>
[JsonConverter(typeof(GenericArgConverter))]
internal abstract record GenericArgJson;

internal sealed record LifetimeArgJson(string Lifetime) : GenericArgJson;

internal sealed record TypeArgJson(TypeJson Type) : GenericArgJson;

internal sealed record ConstArgJson(ConstJson Const) : GenericArgJson;

internal sealed class GenericArgConverter : TaggedConverter<GenericArgJson>
{
    protected override GenericArgJson ReadUnit(string tag) => new TypeArgJson(new UnknownTypeJson(tag));

    protected override GenericArgJson ReadVariant(string tag, ref Utf8JsonReader reader) => tag switch
    {
        "lifetime" => new LifetimeArgJson(ReadText(ref reader)),
        "type" => new TypeArgJson(Read(ref reader, RustdocJsonContext.Default.TypeJson)),
        "const" => new ConstArgJson(Read(ref reader, RustdocJsonContext.Default.ConstJson)),
        _ => throw new JsonException($"{tag} is no argument"),
    };
}

/// <summary>A constant: its source, and its value where rustdoc evaluates it.</summary>
internal sealed record ConstJson(string Expr, string? Value = null);

/// <summary><c>Item = T</c> or <c>Item: Bound</c></summary>
internal sealed record AssociatedConstraintJson(string Name, AssociatedBindingJson Binding);

/// <summary>What is asked of an associated item. The set of derived records is closed.</summary>
[JsonConverter(typeof(AssociatedBindingConverter))]
internal abstract record AssociatedBindingJson;

internal sealed record EqualsJson(TermJson Term) : AssociatedBindingJson;

internal sealed record BoundedJson(ImmutableArray<BoundJson> Bounds) : AssociatedBindingJson;

internal sealed class AssociatedBindingConverter : TaggedConverter<AssociatedBindingJson>
{
    protected override AssociatedBindingJson ReadUnit(string tag) => throw new JsonException($"{tag} is no binding");

    protected override AssociatedBindingJson ReadVariant(string tag, ref Utf8JsonReader reader) => tag switch
    {
        "equality" => new EqualsJson(Read(ref reader, RustdocJsonContext.Default.TermJson)),
        "constraint" => new BoundedJson(Read(ref reader, RustdocJsonContext.Default.ImmutableArrayBoundJson)),
        _ => throw new JsonException($"{tag} is no binding"),
    };
}

/// <summary>A type or a constant. The set of derived records is closed.</summary>
[JsonConverter(typeof(TermConverter))]
internal abstract record TermJson;

internal sealed record TypeTermJson(TypeJson Type) : TermJson;

internal sealed record ConstTermJson(ConstJson Const) : TermJson;

internal sealed class TermConverter : TaggedConverter<TermJson>
{
    protected override TermJson ReadUnit(string tag) => throw new JsonException($"{tag} is no term");

    protected override TermJson ReadVariant(string tag, ref Utf8JsonReader reader) => tag switch
    {
        "type" => new TypeTermJson(Read(ref reader, RustdocJsonContext.Default.TypeJson)),
        "constant" => new ConstTermJson(Read(ref reader, RustdocJsonContext.Default.ConstJson)),
        _ => throw new JsonException($"{tag} is no term"),
    };
}
