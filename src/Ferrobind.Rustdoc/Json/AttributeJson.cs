using System.Text.Json;

namespace Ferrobind.Rustdoc.Json;

/// <summary>
/// An attribute, as far as it matters here: structured since format 54, source text before. The set of derived records
/// is closed.
/// </summary>
internal abstract record AttributeJson
{
    public static AttributeJson Read(JsonElement json)
    {
        var (tag, value) = json.AsVariant();
        return tag switch
        {
            "non_exhaustive" => new NonExhaustiveJson(),
            "no_mangle" => new NoMangleJson(),
            "automatically_derived" => new AutomaticallyDerivedJson(),
            "export_name" => new ExportNameJson(value.AsText()),
            "repr" => new ReprJson(
                value.ReadText("kind"u8), value.ReadOptionalText("int"u8), value.ReadOptionalNumber("align"u8),
                value.ReadOptionalNumber("packed"u8)),
            _ when tag.StartsWith("#[", StringComparison.Ordinal) => AttributeText.Read(tag),
            _ => new OtherAttributeJson(),
        };
    }
}

internal sealed record NonExhaustiveJson : AttributeJson;

internal sealed record NoMangleJson : AttributeJson;

internal sealed record AutomaticallyDerivedJson : AttributeJson;

internal sealed record ExportNameJson(string Name) : AttributeJson;

/// <summary><c>#[repr(…)]</c>; the kind is <c>rust</c> where none is written.</summary>
internal sealed record ReprJson(string Kind, string? Integer, uint? Align, uint? Packed) : AttributeJson;

internal sealed record OtherAttributeJson : AttributeJson;
