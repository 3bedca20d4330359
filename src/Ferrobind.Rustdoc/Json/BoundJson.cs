using System.Collections.Immutable;
using System.Text.Json;

namespace Ferrobind.Rustdoc.Json;

/// <summary>A bound. The set of derived records is closed.</summary>
internal abstract record BoundJson
{
    public static BoundJson Read(JsonElement json)
    {
        var (tag, value) = json.AsVariant();
        return tag switch
        {
            "trait_bound" => new TraitBoundJson(
                value.Read("trait"u8, PathJson.Read), value.ReadText("modifier"u8) == "maybe",
                value.ReadList("generic_params"u8, GenericParameterJson.Read)),
            "outlives" => new OutlivesJson(value.AsText()),
            "use" => new UseBoundJson(value.AsList(ReadCaptured)),
            _ => throw JsonReading.Unknown(tag, "bounds"),
        };
    }

    /// <summary>What <c>use&lt;…&gt;</c> captures: a bare name in format 37, later <c>{"lifetime": name}</c>.</summary>
    private static string ReadCaptured(JsonElement json) => json.AsVariant() switch
    {
        (var name, { ValueKind: JsonValueKind.Undefined }) => name,
        var (_, name) => name.AsText(),
    };
}

internal sealed record TraitBoundJson(
    PathJson Trait, bool IsMaybe, ImmutableArray<GenericParameterJson> HigherRanked) : BoundJson;

internal sealed record OutlivesJson(string Lifetime) : BoundJson;

internal sealed record UseBoundJson(ImmutableArray<string> Captured) : BoundJson;
