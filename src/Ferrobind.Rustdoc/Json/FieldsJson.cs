using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ferrobind.Rustdoc.Json;

/// <summary>
/// The fields of a struct or a variant: rustdoc's <c>StructKind</c> and <c>VariantKind</c>, which differ in the names
/// of their cases alone. The set of derived records is closed.
/// </summary>
[JsonConverter(typeof(FieldsConverter))]
internal abstract record FieldsJson;

internal sealed record NoFieldsJson : FieldsJson;

/// <summary>Positional fields; null for one that is hidden.</summary>
internal sealed record TupleFieldsJson(ImmutableArray<uint?> Fields) : FieldsJson;

internal sealed record NamedFieldsJson(ImmutableArray<uint> Fields, bool HasStrippedFields = false) : FieldsJson;

internal sealed class FieldsConverter : TaggedConverter<FieldsJson>
{
    protected override FieldsJson ReadUnit(string tag) => new NoFieldsJson();

    protected override FieldsJson ReadVariant(string tag, ref Utf8JsonReader reader) => tag switch
    {
        "tuple" => new TupleFieldsJson(Read(ref reader, RustdocJsonContext.Default.ImmutableArrayNullableUInt32)),
        "plain" or "struct" => Read(ref reader, RustdocJsonContext.Default.NamedFieldsJson),
        _ => throw new JsonException($"{tag} is no shape of fields"),
    };
}
