using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FbbenchValues;

/// <summary>fbbench's data as JSON, by System.Text.Json with generated code, and serde_json.</summary>
public static unsafe class Json
{
    public static Quad EchoQuad(Quad value) => Echo(value, JsonTypes.Default.Quad, &Native.values_json_quad);

    public static Quad[] EchoQuads(Quad[] values) => Echo(values, JsonTypes.Default.QuadArray, &Native.values_json_quads);

    public static string[] EchoTexts(string[] values) => Echo(values, JsonTypes.Default.StringArray, &Native.values_json_texts);

    public static Contact EchoContact(Contact value) => Echo(value, JsonTypes.Default.Contact, &Native.values_json_contact);

    public static Dictionary<string, ulong> EchoCounts(Dictionary<string, ulong> values) =>
        Echo(values, JsonTypes.Default.DictionaryStringUInt64, &Native.values_json_counts);

    public static Event EchoEvent(Event value) => Echo(value, JsonTypes.Default.Event, &Native.values_json_event);

    public static Nested? EchoNested(Nested? value) => Echo(value, JsonTypes.Default.Nested!, &Native.values_json_nested);

    private static T Echo<T>(T value, JsonTypeInfo<T> type, delegate*<byte*, nuint, Out*, void> call)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        Out result;
        fixed (byte* data = json)
            call(data, (nuint)json.Length, &result);
        var returned = JsonSerializer.Deserialize(result.Bytes, type);
        result.Free();
        return returned!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Quad))]
[JsonSerializable(typeof(Quad[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(Dictionary<string, ulong>))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(Nested))]
internal sealed partial class JsonTypes : JsonSerializerContext;
