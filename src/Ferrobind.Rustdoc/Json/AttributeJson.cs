using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ferrobind.Rustdoc.Json;

/// <summary>An attribute, as far as it matters here. The set of derived records is closed.</summary>
[JsonConverter(typeof(AttributeConverter))]
internal abstract record AttributeJson;

internal sealed record NonExhaustiveJson : AttributeJson;

internal sealed record NoMangleJson : AttributeJson;

internal sealed record AutomaticallyDerivedJson : AttributeJson;

internal sealed record ExportNameJson(string Name) : AttributeJson;

/// <summary><c>#[repr(…)]</c>; the kind is <c>rust</c> where none is written.</summary>
internal sealed record ReprJson(string Kind, uint? Align = null, uint? Packed = null, string? Int = null)
    : AttributeJson;

internal sealed record OtherAttributeJson : AttributeJson;

/// <summary>Reads both forms: structured ones since format 54, source text before.</summary>
internal sealed class AttributeConverter : TaggedConverter<AttributeJson>
{
    protected override AttributeJson ReadUnit(string tag) => tag switch
    {
        "non_exhaustive" => new NonExhaustiveJson(),
        "no_mangle" => new NoMangleJson(),
        "automatically_derived" => new AutomaticallyDerivedJson(),
        _ when tag.StartsWith("#[", StringComparison.Ordinal) => AttributeText.Read(tag),
        _ => new OtherAttributeJson(),
    };

    protected override AttributeJson ReadVariant(string tag, ref Utf8JsonReader reader) => tag switch
    {
        "export_name" => new ExportNameJson(ReadText(ref reader)),
        "repr" => Read(ref reader, RustdocJsonContext.Default.ReprJson),
        _ => Skip(ref reader, new OtherAttributeJson()),
    };
}
