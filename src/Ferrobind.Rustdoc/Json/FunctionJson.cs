using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ferrobind.Rustdoc.Json;

/// <summary>A function, free or associated.</summary>
internal sealed record FunctionJson(SignatureJson Sig, GenericsJson Generics, HeaderJson Header, bool HasBody = false)
    : InnerJson;

internal sealed record SignatureJson(
    ImmutableArray<ParameterJson> Inputs, TypeJson? Output = null, bool IsCVariadic = false);

internal sealed record HeaderJson(
    [property: JsonConverter(typeof(AbiConverter))] string Abi, bool IsConst = false, bool IsUnsafe = false,
    bool IsAsync = false);

/// <summary>A parameter; on the wire the tuple <c>["name", type]</c>.</summary>
[JsonConverter(typeof(ParameterConverter))]
internal sealed record ParameterJson(string Name, TypeJson Type);

internal sealed class ParameterConverter : JsonConverter<ParameterJson>
{
    private static readonly JsonConverter<TypeJson> TypeConverter =
        (JsonConverter<TypeJson>)RustdocJsonContext.Default.TypeJson.Converter;

    public override ParameterJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read()
            || reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("a parameter was expected, as [name, type]");
        }

        var name = reader.GetString()!;
        reader.Read();
        var type = TypeConverter.Read(ref reader, typeof(TypeJson), options)!;
        reader.Read();
        return new ParameterJson(name, type);
    }

    public override void Write(Utf8JsonWriter writer, ParameterJson value, JsonSerializerOptions options) =>
        throw new NotSupportedException("rustdoc JSON is only read");
}

/// <summary>Reads <c>"Rust"</c>, <c>{"C":{"unwind":false}}</c> … as what Rust source says: <c>C-unwind</c>.</summary>
internal sealed class AbiConverter : TaggedConverter<string>
{
    protected override string ReadUnit(string tag) => tag;

    protected override string ReadVariant(string tag, ref Utf8JsonReader reader)
    {
        if (tag == "Other")
        {
            return ReadText(ref reader).Trim('"');
        }

        using var options = JsonDocument.ParseValue(ref reader);
        var unwinds = options.RootElement.TryGetProperty("unwind", out var unwind) && unwind.GetBoolean();
        // Rust spells all of them in lower case, but for the C of the C convention.
        return (tag == "C" ? tag : tag.ToLowerInvariant()) + (unwinds ? "-unwind" : "");
    }
}
