using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Ferrobind.Rustdoc.Json;

/// <summary>
/// Reads properties as the wire records want them. What is missing or of another kind is a <see cref="JsonException"/>;
/// what is there and not asked for is passed over.
/// </summary>
internal static class JsonReading
{
    public static T Read<T>(this JsonElement json, ReadOnlySpan<byte> name, Func<JsonElement, T> read) =>
        read(json.Property(name) ?? throw Missing(name));

    /// <summary>Reads a property that may be null, or missing in some versions.</summary>
    public static T? ReadOptional<T>(this JsonElement json, ReadOnlySpan<byte> name, Func<JsonElement, T> read)
        where T : class => json.Property(name) is { } value ? read(value) : null;

    public static ImmutableArray<T> ReadList<T>(
        this JsonElement json, ReadOnlySpan<byte> name, Func<JsonElement, T> read) =>
        (json.Property(name) ?? throw Missing(name)).AsList(read);

    public static string ReadText(this JsonElement json, ReadOnlySpan<byte> name) => json.Read(name, AsText);

    public static string? ReadOptionalText(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.ReadOptional(name, AsText);

    /// <summary>Reads a flag; false where a version does not have it.</summary>
    public static bool ReadFlag(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.Property(name) is { ValueKind: JsonValueKind.True };

    public static uint ReadNumber(this JsonElement json, ReadOnlySpan<byte> name) => json.Read(name, AsNumber);

    public static uint? ReadOptionalNumber(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.Property(name) is { } value ? value.AsNumber() : null;

    public static ImmutableArray<uint> ReadIds(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.ReadList(name, AsNumber);

    public static ImmutableArray<string> ReadTexts(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.ReadList(name, AsText);

    /// <summary>
    /// Reads one of rustdoc's enums: a bare string is a unit variant, an object with one property any other. The value
    /// of a unit variant is undefined.
    /// </summary>
    public static (string Tag, JsonElement Value) AsVariant(this JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return (json.AsText(), default);
        }

        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var variant in json.EnumerateObject())
            {
                return (variant.Name, variant.Value);
            }
        }

        throw new JsonException($"an enum was expected, not {json.ValueKind}.");
    }

    /// <summary>Whether it is that variant of an enum, and not a unit variant.</summary>
    public static bool IsVariant(this JsonElement json, ReadOnlySpan<byte> tag) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(tag, out _);

    public static ImmutableArray<T> AsList<T>(this JsonElement json, Func<JsonElement, T> read)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException($"a list was expected, not {json.ValueKind}.");
        }

        var list = ImmutableArray.CreateBuilder<T>(json.GetArrayLength());
        foreach (var element in json.EnumerateArray())
        {
            list.Add(read(element));
        }

        return list.MoveToImmutable();
    }

    public static string AsText(this JsonElement json) => json.ValueKind == JsonValueKind.String
        ? json.GetString()!
        : throw new JsonException($"text was expected, not {json.ValueKind}.");

    public static uint AsNumber(this JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetUInt32(out var number)
            ? number
            : throw new JsonException($"a number was expected, not {json.ValueKind}.");

    /// <summary>The entries of a map from id to record. Ids are numbers since format 35.</summary>
    public static Dictionary<uint, JsonElement> ReadEntries(this JsonElement json, ReadOnlySpan<byte> name)
    {
        var entries = new Dictionary<uint, JsonElement>();
        foreach (var entry in json.Read(name, AsObject).EnumerateObject())
        {
            entries[Key(entry.Name)] = entry.Value;
        }

        return entries;
    }

    public static JsonElement AsObject(this JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? json
        : throw new JsonException($"an object was expected, not {json.ValueKind}.");

    public static JsonException Unknown(string tag, string set) => new($"'{tag}' is none of the known {set}.");

    /// <summary>The property's value, unless it is missing or null.</summary>
    private static JsonElement? Property(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.AsObject().TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static uint Key(string text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? key
            : throw new JsonException($"'{text}' is no id.");

    private static JsonException Missing(ReadOnlySpan<byte> name) =>
        new($"'{System.Text.Encoding.UTF8.GetString(name)}' is missing.");
}
