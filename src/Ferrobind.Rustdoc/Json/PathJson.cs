using System.Collections.Immutable;
using System.Text.Json;

namespace Ferrobind.Rustdoc.Json;

/// <summary>A mention of a type or a trait; what is written is <c>name</c> in format 37, later <c>path</c>.</summary>
internal sealed record PathJson(uint Id, string Written, GenericArgsJson? Arguments)
{
    public static PathJson Read(JsonElement json) => new(
        json.ReadNumber("id"u8),
        json.ReadOptionalText("path"u8) ?? json.ReadText("name"u8),
        json.ReadOptional("args"u8, GenericArgsJson.Read));
}

/// <summary>The arguments of a path. The set of derived records is closed.</summary>
internal abstract record GenericArgsJson
{
    public static GenericArgsJson Read(JsonElement json)
    {
        var (tag, value) = json.AsVariant();
        return tag switch
        {
            "angle_bracketed" => new AngleBracketedJson(
                value.ReadList("args"u8, GenericArgJson.Read),
                value.ReadList("constraints"u8, AssociatedConstraintJson.Read)),
            "parenthesized" => new ParenthesizedJson(
                value.ReadList("inputs"u8, TypeJson.Read), value.ReadOptional("output"u8, TypeJson.Read)),
            "return_type_notation" => new ReturnTypeNotationJson(),
            _ => throw JsonReading.Unknown(tag, "lists of arguments"),
        };
    }
}

/// <summary><c>&lt;'a, T, Item = U&gt;</c></summary>
internal sealed record AngleBracketedJson(
    ImmutableArray<GenericArgJson> Arguments, ImmutableArray<AssociatedConstraintJson> Constraints) : GenericArgsJson;

/// <summary><c>(A, B) -> R</c></summary>
internal sealed record ParenthesizedJson(ImmutableArray<TypeJson> Inputs, TypeJson? Output) : GenericArgsJson;

/// <summary><c>T::method(..)</c>: unstable, and not in format 37.</summary>
internal sealed record ReturnTypeNotationJson : GenericArgsJson;

/// <summary>One argument of a path. The set of derived records is closed.</summary>
internal abstract record GenericArgJson
{
    public static GenericArgJson Read(JsonElement json)
    {
        var (tag, value) = json.AsVariant();
        return tag switch
        {
            "lifetime" => new LifetimeArgJson(value.AsText()),
            "type" => new TypeArgJson(TypeJson.Read(value)),
            "const" => new ConstArgJson(ConstJson.Read(value)),
            "infer" => new TypeArgJson(new UnknownTypeJson(tag)),
            _ => throw JsonReading.Unknown(tag, "arguments"),
        };
    }
}

internal sealed record LifetimeArgJson(string Lifetime) : GenericArgJson;

internal sealed record TypeArgJson(TypeJson Type) : GenericArgJson;

internal sealed record ConstArgJson(ConstJson Const) : GenericArgJson;

/// <summary>A constant: its source, and its value where rustdoc evaluates it.</summary>
internal sealed record ConstJson(string Expression, string? Value)
{
    public static ConstJson Read(JsonElement json) => new(json.ReadText("expr"u8), json.ReadOptionalText("value"u8));
}
