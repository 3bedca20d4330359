using System.Collections.Immutable;
using System.Text.Json;

namespace Ferrobind.Rustdoc.Json;

/// <summary>What a path asks of an associated item. The set of derived records is closed.</summary>
internal abstract record AssociatedConstraintJson(string Name)
{
    public static AssociatedConstraintJson Read(JsonElement json)
    {
        var name = json.ReadText("name"u8);
        var (tag, value) = json.Read("binding"u8, JsonReading.AsVariant);
        return tag switch
        {
            "equality" => new EqualsJson(name, TermJson.Read(value)),
            "constraint" => new BoundedJson(name, value.AsList(BoundJson.Read)),
            _ => throw JsonReading.Unknown(tag, "constraints"),
        };
    }
}

/// <summary><c>Item = T</c></summary>
internal sealed record EqualsJson(string Name, TermJson Term) : AssociatedConstraintJson(Name);

/// <summary><c>Item: Bound</c></summary>
internal sealed record BoundedJson(string Name, ImmutableArray<BoundJson> Bounds) : AssociatedConstraintJson(Name);

/// <summary>A type or a constant. The set of derived records is closed.</summary>
internal abstract record TermJson
{
    public static TermJson Read(JsonElement json)
    {
        var (tag, value) = json.AsVariant();
        return tag switch
        {
            "type" => new TypeTermJson(TypeJson.Read(value)),
            "constant" => new ConstTermJson(),
            _ => throw JsonReading.Unknown(tag, "terms"),
        };
    }
}

internal sealed record TypeTermJson(TypeJson Type) : TermJson;

/// <summary>The value of an associated constant; unstable.</summary>
internal sealed record ConstTermJson : TermJson;
