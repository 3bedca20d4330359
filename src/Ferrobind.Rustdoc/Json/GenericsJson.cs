using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ferrobind.Rustdoc.Json;

internal sealed record GenericsJson(
    ImmutableArray<GenericParameterJson> Params, ImmutableArray<WherePredicateJson> WherePredicates);

internal sealed record GenericParameterJson(string Name, GenericParameterKindJson Kind);

/// <summary>What a generic parameter is. The set of derived records is closed.</summary>
[JsonConverter(typeof(GenericParameterKindConverter))]
internal abstract record GenericParameterKindJson;

internal sealed record LifetimeParameterJson(ImmutableArray<string> Outlives) : GenericParameterKindJson;

/// <summary>A type parameter; a synthetic one stands for an <c>impl Trait</c> argument.</summary>
internal sealed record TypeParameterJson(
    ImmutableArray<BoundJson> Bounds, TypeJson? Default = null, bool IsSynthetic = false) : GenericParameterKindJson;

internal sealed record ConstParameterJson(TypeJson Type, string? Default = null) : GenericParameterKindJson;

internal sealed class GenericParameterKindConverter : TaggedConverter<GenericParameterKindJson>
{
    protected override GenericParameterKindJson ReadUnit(string tag) =>
        throw new JsonException($"{tag} is no generic parameter");

    protected override GenericParameterKindJson ReadVariant(string tag, ref Utf8JsonReader reader) => tag switch
    {
        "lifetime" => Read(ref reader, RustdocJsonContext.Default.LifetimeParameterJson),
        "type" => Read(ref reader, RustdocJsonContext.Default.TypeParameterJson),
        "const" => Read(ref reader, RustdocJsonContext.Default.ConstParameterJson),
        _ => throw new JsonException($"{tag} is no generic parameter"),
    };
}

/// <summary>A where clause. The set of derived records is closed.</summary>
[JsonConverter(typeof(WherePredicateConverter))]
internal abstract record WherePredicateJson;

internal sealed record BoundPredicateJson(
    TypeJson Type, ImmutableArray<BoundJson> Bounds, ImmutableArray<GenericParameterJson> GenericParams)
    : WherePredicateJson;

internal sealed record LifetimePredicateJson(string Lifetime, ImmutableArray<string> Outlives) : WherePredicateJson;

internal sealed record EqualityPredicateJson(TypeJson Lhs, TermJson Rhs) : WherePredicateJson;

internal sealed class WherePredicateConverter : TaggedConverter<WherePredicateJson>
{
    protected override WherePredicateJson ReadUnit(string tag) => throw new JsonException($"{tag} is no where clause");

    protected override WherePredicateJson ReadVariant(string tag, ref Utf8JsonReader reader) => tag switch
    {
        "bound_predicate" => Read(ref reader, RustdocJsonContext.Default.BoundPredicateJson),
        "lifetime_predicate" => Read(ref reader, RustdocJsonContext.Default.LifetimePredicateJson),
        "eq_predicate" => Read(ref reader, RustdocJsonContext.Default.EqualityPredicateJson),
        _ => throw new JsonException($"{tag} is no where clause"),
    };
}
