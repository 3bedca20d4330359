using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Ferrobind.Rustdoc.Json;

/// <summary>
/// Reads one of rustdoc's enums: a bare string is a unit variant, an object with one property any other variant.
/// </summary>
internal abstract class TaggedConverter<T> : JsonConverter<T>
    where T : class
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return ReadUnit(reader.GetString()!);
        }

        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read()
            || reader.TokenType != JsonTokenType.PropertyName)
        {
            throw new JsonException($"an enum of rustdoc's was expected, as {typeof(T).Name}");
        }

        var tag = reader.GetString()!;
        reader.Read();
        var variant = ReadVariant(tag, ref reader);
        reader.Read();
        return reader.TokenType == JsonTokenType.EndObject
            ? variant
            : throw new JsonException($"the variant {tag} has a sibling");
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("rustdoc JSON is only read");

    protected abstract T ReadUnit(string tag);

    /// <summary>Reads what follows the tag; must leave the reader on the last token of it.</summary>
    protected abstract T ReadVariant(string tag, ref Utf8JsonReader reader);

    /// <summary>
    /// Reads a value in place. <see cref="JsonSerializer"/> would first scan it for its end, at every level again.
    /// </summary>
    protected static TValue Read<TValue>(ref Utf8JsonReader reader, JsonTypeInfo<TValue> type) =>
        ((JsonConverter<TValue>)type.Converter).Read(ref reader, typeof(TValue), type.Options)
        ?? throw new JsonException($"a {typeof(TValue).Name} was expected");

    protected static string ReadText(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("text was expected");

    /// <summary>Steps over a value that nothing here needs.</summary>
    protected static T Skip(ref Utf8JsonReader reader, T variant)
    {
        reader.Skip();
        return variant;
    }
}
