using System.Text.Json.Serialization;

namespace FbbenchValues;

/// <summary>Four numbers.</summary>
public readonly record struct Quad(double A, double B, double C, double D);

/// <summary>Five texts.</summary>
public sealed record Contact(string Name, string Street, string City, string Country, string Email);

/// <summary>Something that happened; in JSON, its kind is a member.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Quit), "Quit")]
[JsonDerivedType(typeof(Key), "Key")]
[JsonDerivedType(typeof(Resize), "Resize")]
[JsonDerivedType(typeof(Paste), "Paste")]
public abstract record Event
{
    public sealed record Quit : Event;

    public sealed record Key(uint Code) : Event;

    public sealed record Resize(uint Width, uint Height) : Event;

    public sealed record Paste(string Text) : Event;
}

/// <summary>Perhaps a text, or an error where there is one.</summary>
public sealed record Nested(
    [property: JsonPropertyName("Ok"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value,
    [property: JsonPropertyName("Err"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] uint? Error);
