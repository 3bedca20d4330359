using System.Collections.Immutable;
using System.Text.Json;

namespace Ferrobind.Rustdoc.Json;

/// <summary>One entry of <c>index</c>.</summary>
internal sealed record ItemJson(
    uint Id, uint CrateId, string? Name, VisibilityJson Visibility, string? Docs,
    ImmutableArray<AttributeJson> Attributes, DeprecationJson? Deprecation, InnerJson Inner)
{
    public static ItemJson Read(JsonElement json) => new(
        json.ReadNumber("id"u8),
        json.ReadNumber("crate_id"u8),
        json.ReadOptionalText("name"u8),
        json.Read("visibility"u8, ReadVisibility),
        json.ReadOptionalText("docs"u8),
        json.ReadList("attrs"u8, AttributeJson.Read),
        json.ReadOptional("deprecation"u8, DeprecationJson.Read),
        json.Read("inner"u8, InnerJson.Read));

    private static VisibilityJson ReadVisibility(JsonElement json) => json.AsVariant().Tag switch
    {
        "public" => VisibilityJson.Public,
        "default" => VisibilityJson.Inherited,
        _ => VisibilityJson.Restricted,
    };
}

/// <summary>Who may name an item. <see cref="Inherited"/> is rustdoc's <c>default</c>: what its parent has.</summary>
internal enum VisibilityJson { Public, Inherited, Restricted }

internal sealed record DeprecationJson(string? Since, string? Note)
{
    public static DeprecationJson Read(JsonElement json) =>
        new(json.ReadOptionalText("since"u8), json.ReadOptionalText("note"u8));
}
