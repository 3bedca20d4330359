using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ferrobind.Rustdoc.Json;

/// <summary>A bound. The set of derived records is closed.</summary>
[JsonConverter(typeof(BoundConverter))]
internal abstract record BoundJson;

internal sealed record TraitBoundJson(
    PathJson Trait, ImmutableArray<GenericParameterJson> GenericParams, string Modifier) : BoundJson;

internal sealed record OutlivesJson(string Lifetime) : BoundJson;

internal sealed record UseBoundJson(ImmutableArray<CapturedJson> Captured) : BoundJson;

internal sealed class BoundConverter : TaggedConverter<BoundJson>
{
    protected override BoundJson ReadUnit(string tag) => throw new JsonException($"{tag} is no bound");

    protected override BoundJson ReadVariant(string tag, ref Utf8JsonReader reader) => tag switch
    {
        "trait_bound" => Read(ref reader, RustdocJsonContext.Default.TraitBoundJson),
        "outlives" => new OutlivesJson(ReadText(ref reader)),
        "use" => new UseBoundJson(Read(ref reader, RustdocJsonContext.Default.ImmutableArrayCapturedJson)),
        _ => throw new JsonException($"{tag} is no bound"),
    };
}

/// <summary>What <c>use&lt;…&gt;</c> captures: a bare name in format 37, later a lifetime or a parameter.</summary>
[JsonConverter(typeof(CapturedConverter))]
internal sealed record CapturedJson(string Name);

internal sealed class CapturedConverter : TaggedConverter<CapturedJson>
{
    protected override CapturedJson ReadUnit(string tag) => new(tag);

    protected override CapturedJson ReadVariant(string tag, ref Utf8JsonReader reader) => new(ReadText(ref reader));
}
