using System.Collections.Immutable;
using System.Text.Json;

namespace Ferrobind.Rustdoc.Json;

internal sealed record GenericsJson(
    ImmutableArray<GenericParameterJson> Parameters, ImmutableArray<WherePredicateJson> Where)
{
    public static GenericsJson Read(JsonElement json) => new(
        json.ReadList("params"u8, GenericParameterJson.Read),
        json.ReadList("where_predicates"u8, WherePredicateJson.Read));
}

/// <summary>A generic parameter. The set of derived records is closed.</summary>
internal abstract record GenericParameterJson(string Name)
{
    public static GenericParameterJson Read(JsonElement json)
    {
        var name = json.ReadText("name"u8);
        var (tag, value) = json.Read("kind"u8, JsonReading.AsVariant);
        return tag switch
        {
            "lifetime" => new LifetimeParameterJson(name, value.ReadTexts("outlives"u8)),
            "type" => new TypeParameterJson(
                name, value.ReadList("bounds"u8, BoundJson.Read), value.ReadOptional("default"u8, TypeJson.Read),
                value.ReadFlag("is_synthetic"u8)),
            "const" => new ConstParameterJson(
                name, value.Read("type"u8, TypeJson.Read), value.ReadOptionalText("default"u8)),
            _ => throw JsonReading.Unknown(tag, "generic parameters"),
        };
    }
}

internal sealed record LifetimeParameterJson(string Name, ImmutableArray<string> Outlives)
    : GenericParameterJson(Name);

/// <summary>A type parameter; a synthetic one stands for an <c>impl Trait</c> argument.</summary>
internal sealed record TypeParameterJson(
    string Name, ImmutableArray<BoundJson> Bounds, TypeJson? Default, bool IsSynthetic) : GenericParameterJson(Name);

internal sealed record ConstParameterJson(string Name, TypeJson Type, string? Default) : GenericParameterJson(Name);

/// <summary>A where clause. The set of derived records is closed.</summary>
internal abstract record WherePredicateJson
{
    public static WherePredicateJson Read(JsonElement json)
    {
        var (tag, value) = json.AsVariant();
        return tag switch
        {
            "bound_predicate" => new BoundPredicateJson(
                value.Read("type"u8, TypeJson.Read), value.ReadList("bounds"u8, BoundJson.Read),
                value.ReadList("generic_params"u8, GenericParameterJson.Read)),
            "lifetime_predicate" => new LifetimePredicateJson(
                value.ReadText("lifetime"u8), value.ReadTexts("outlives"u8)),
            "eq_predicate" => new EqualityPredicateJson(
                value.Read("lhs"u8, TypeJson.Read), value.Read("rhs"u8, TermJson.Read)),
            _ => throw JsonReading.Unknown(tag, "where clauses"),
        };
    }
}

internal sealed record BoundPredicateJson(
    TypeJson Type, ImmutableArray<BoundJson> Bounds, ImmutableArray<GenericParameterJson> HigherRanked)
    : WherePredicateJson;

internal sealed record LifetimePredicateJson(string Lifetime, ImmutableArray<string> Outlives) : WherePredicateJson;

internal sealed record EqualityPredicateJson(TypeJson Left, TermJson Right) : WherePredicateJson;
