using System.Collections.Immutable;
using System.Text.Json;

namespace Ferrobind.Rustdoc.Json;

/// <summary>What an item is: rustdoc's <c>ItemEnum</c>. The set of derived records is closed.</summary>
internal abstract record InnerJson
{
    public static InnerJson Read(JsonElement json)
    {
        var (tag, value) = json.AsVariant();
        return tag switch
        {
            "module" => new ModuleJson(value.ReadIds("items"u8), value.ReadFlag("is_stripped"u8)),
            "extern_crate" => new ExternCrateJson(value.ReadText("name"u8), value.ReadOptionalText("rename"u8)),
            "use" => new UseJson(
                value.ReadText("source"u8), value.ReadText("name"u8),
                value.ReadOptionalNumber("id"u8), value.ReadFlag("is_glob"u8)),
            "struct" => new StructJson(
                value.Read("kind"u8, FieldsJson.Read), value.Read("generics"u8, GenericsJson.Read)),
            "union" => new UnionJson(value.Read("generics"u8, GenericsJson.Read), NamedFieldsJson.ReadNamed(value)),
            "struct_field" => new StructFieldJson(TypeJson.Read(value)),
            "enum" => new EnumJson(
                value.Read("generics"u8, GenericsJson.Read), value.ReadIds("variants"u8),
                value.ReadFlag("has_stripped_variants"u8)),
            "variant" => new VariantJson(
                value.Read("kind"u8, FieldsJson.Read),
                value.ReadOptional("discriminant"u8, discriminant => discriminant.ReadText("value"u8))),
            "function" => FunctionJson.ReadFunction(value),
            "trait" => TraitJson.ReadTrait(value),
            "impl" => ImplJson.ReadImpl(value),
            "type_alias" => new TypeAliasJson(
                value.Read("type"u8, TypeJson.Read), value.Read("generics"u8, GenericsJson.Read)),
            "constant" => new ConstantJson(value.Read("type"u8, TypeJson.Read), value.Read("const"u8, ConstJson.Read)),
            "static" => new StaticJson(
                value.Read("type"u8, TypeJson.Read), value.ReadFlag("is_mutable"u8), value.ReadFlag("is_unsafe"u8)),
            "macro" or "proc_macro" => new MacroJson(),
            "assoc_const" => new AssociatedConstantJson(
                value.Read("type"u8, TypeJson.Read), ReadExpression(value)),
            "assoc_type" => new AssociatedTypeJson(
                value.Read("generics"u8, GenericsJson.Read), value.ReadList("bounds"u8, BoundJson.Read),
                value.ReadOptional("type"u8, TypeJson.Read)),
            _ => new OtherInnerJson(),
        };
    }

    /// <summary>An associated constant's expression; rustdoc has <c>_</c> for one that it does not show.</summary>
    private static string? ReadExpression(JsonElement json) =>
        json.ReadOptionalText("value"u8) is var expression and not "_" ? expression : null;
}

/// <summary>A module; a stripped one is private, and there for what is re-exported from it.</summary>
internal sealed record ModuleJson(ImmutableArray<uint> Items, bool IsStripped) : InnerJson;

/// <summary><c>pub extern crate</c></summary>
internal sealed record ExternCrateJson(string Name, string? Rename) : InnerJson;

/// <summary><c>pub use</c></summary>
internal sealed record UseJson(string Source, string Name, uint? Id, bool IsGlob) : InnerJson;

internal sealed record StructJson(FieldsJson Fields, GenericsJson Generics) : InnerJson;

internal sealed record UnionJson(GenericsJson Generics, FieldsJson Fields) : InnerJson;

internal sealed record StructFieldJson(TypeJson Type) : InnerJson;

internal sealed record EnumJson(GenericsJson Generics, ImmutableArray<uint> Variants, bool HasStrippedVariants)
    : InnerJson;

internal sealed record VariantJson(FieldsJson Fields, string? Discriminant) : InnerJson;

internal sealed record TypeAliasJson(TypeJson Type, GenericsJson Generics) : InnerJson;

internal sealed record ConstantJson(TypeJson Type, ConstJson Const) : InnerJson;

/// <summary>A static; an unsafe one is of an <c>extern</c> block.</summary>
internal sealed record StaticJson(TypeJson Type, bool IsMutable, bool IsUnsafe) : InnerJson;

internal sealed record MacroJson : InnerJson;

internal sealed record AssociatedConstantJson(TypeJson Type, string? Expression) : InnerJson;

internal sealed record AssociatedTypeJson(GenericsJson Generics, ImmutableArray<BoundJson> Bounds, TypeJson? Type)
    : InnerJson;

/// <summary>A kind that is not modelled: an extern type, a trait alias, or one that a later rustdoc brings.</summary>
internal sealed record OtherInnerJson : InnerJson;
