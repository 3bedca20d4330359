using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ferrobind.Rustdoc.Json;

/// <summary>One entry of <c>index</c>.</summary>
internal sealed record ItemJson(
    uint Id, uint CrateId, VisibilityJson Visibility, ImmutableArray<AttributeJson> Attrs, InnerJson Inner,
    string? Name = null, string? Docs = null, DeprecationJson? Deprecation = null);

internal sealed record DeprecationJson(string? Since = null, string? Note = null);

/// <summary>Who may name an item. <see cref="Inherited"/> is rustdoc's <c>default</c>: what its parent has.</summary>
[JsonConverter(typeof(VisibilityConverter))]
internal enum VisibilityJson { Public, Inherited, Restricted }

internal sealed class VisibilityConverter : JsonConverter<VisibilityJson>
{
    public override VisibilityJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString() switch
            {
                "public" => VisibilityJson.Public,
                "default" => VisibilityJson.Inherited,
                _ => VisibilityJson.Restricted,
            };
        }

        reader.Skip();
        return VisibilityJson.Restricted;
    }

    public override void Write(Utf8JsonWriter writer, VisibilityJson value, JsonSerializerOptions options) =>
        throw new NotSupportedException("rustdoc JSON is only read");
}

/// <summary>One entry of <c>paths</c>: where an item of any crate is defined.</summary>
internal sealed record ItemSummaryJson(uint CrateId, ImmutableArray<string> Path, string Kind);

/// <summary>One entry of <c>external_crates</c>. The file's path is there since format 57.</summary>
internal sealed record ExternalCrateJson(string Name, string? Path = null);
