using System.Collections.Immutable;
using System.Text.Json;

namespace Ferrobind.Rustdoc.Json;

/// <summary>
/// The fields of a struct or a variant: rustdoc's <c>StructKind</c> and <c>VariantKind</c>, which differ in the names
/// of their cases alone. The set of derived records is closed.
/// </summary>
internal abstract record FieldsJson
{
    public static FieldsJson Read(JsonElement json) => json.AsVariant() switch
    {
        (_, { ValueKind: JsonValueKind.Undefined }) => new NoFieldsJson(),
        ("tuple", var value) => new TupleFieldsJson(value.AsList(ReadField)),
        ("plain" or "struct", var value) => NamedFieldsJson.ReadNamed(value),
        var (tag, _) => throw JsonReading.Unknown(tag, "shapes of fields"),
    };

    private static uint? ReadField(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null : json.AsNumber();
}

internal sealed record NoFieldsJson : FieldsJson;

/// <summary>Positional fields; null for one that is hidden.</summary>
internal sealed record TupleFieldsJson(ImmutableArray<uint?> Fields) : FieldsJson;

internal sealed record NamedFieldsJson(ImmutableArray<uint> Fields, bool HasStrippedFields) : FieldsJson
{
    public static NamedFieldsJson ReadNamed(JsonElement json) =>
        new(json.ReadIds("fields"u8), json.ReadFlag("has_stripped_fields"u8));
}
