using System.Collections.Immutable;
using System.Text.Json;

namespace Ferrobind.Rustdoc.Json;

/// <summary>A function, free or associated.</summary>
internal sealed record FunctionJson(
    SignatureJson Signature, GenericsJson Generics, HeaderJson Header, bool HasBody) : InnerJson
{
    public static FunctionJson ReadFunction(JsonElement json) => new(
        json.Read("sig"u8, SignatureJson.Read),
        json.Read("generics"u8, GenericsJson.Read),
        json.Read("header"u8, HeaderJson.Read),
        json.ReadFlag("has_body"u8));
}

internal sealed record SignatureJson(ImmutableArray<ParameterJson> Inputs, TypeJson? Output, bool IsVariadic)
{
    public static SignatureJson Read(JsonElement json) => new(
        json.ReadList("inputs"u8, ParameterJson.Read),
        json.ReadOptional("output"u8, TypeJson.Read),
        json.ReadFlag("is_c_variadic"u8));
}

/// <summary>A parameter; on the wire the tuple <c>["name", type]</c>.</summary>
internal sealed record ParameterJson(string Name, TypeJson Type)
{
    public static ParameterJson Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 2
            ? new ParameterJson(json[0].AsText(), TypeJson.Read(json[1]))
            : throw new JsonException("a parameter was expected, as [name, type].");
}

internal sealed record HeaderJson(string Abi, bool IsConst, bool IsUnsafe, bool IsAsync)
{
    public static HeaderJson Read(JsonElement json) => new(
        json.Read("abi"u8, ReadAbi),
        json.ReadFlag("is_const"u8),
        json.ReadFlag("is_unsafe"u8),
        json.ReadFlag("is_async"u8));

    /// <summary>
    /// Reads <c>"Rust"</c>, <c>{"C":{"unwind":true}}</c> … as what Rust source says: <c>C-unwind</c>. Rust spells them
    /// all in lower case, but for these two.
    /// </summary>
    private static string ReadAbi(JsonElement json) => json.AsVariant() switch
    {
        ("Other", var name) => name.AsText().Trim('"'),
        (var tag, { ValueKind: JsonValueKind.Undefined }) => tag,
        var (tag, options) =>
            (tag == "C" ? tag : tag.ToLowerInvariant()) + (options.ReadFlag("unwind"u8) ? "-unwind" : ""),
    };
}
