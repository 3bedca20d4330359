using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ferrobind.Rustdoc.Json;

/// <summary>What an item is: rustdoc's <c>ItemEnum</c>. The set of derived records is closed.</summary>
[JsonConverter(typeof(InnerConverter))]
internal abstract record InnerJson;

/// <summary>A module; a stripped one is private, and there for what is re-exported from it.</summary>
internal sealed record ModuleJson(ImmutableArray<uint> Items, bool IsStripped = false) : InnerJson;

/// <summary><c>pub extern crate</c></summary>
internal sealed record ExternCrateJson(string Name, string? Rename = null) : InnerJson;

/// <summary><c>pub use</c></summary>
internal sealed record UseJson(string Source, string Name, uint? Id = null, bool IsGlob = false) : InnerJson;

internal sealed record StructJson(FieldsJson Kind, GenericsJson Generics) : InnerJson;

internal sealed record UnionJson(GenericsJson Generics, ImmutableArray<uint> Fields, bool HasStrippedFields = false)
    : InnerJson;

internal sealed record StructFieldJson(TypeJson Type) : InnerJson;

internal sealed record EnumJson(GenericsJson Generics, ImmutableArray<uint> Variants, bool HasStrippedVariants = false)
    : InnerJson;

internal sealed record VariantJson(FieldsJson Kind, DiscriminantJson? Discriminant = null) : InnerJson;

internal sealed record DiscriminantJson(string Value);

internal sealed record TraitJson(
    ImmutableArray<uint> Items, GenericsJson Generics, ImmutableArray<BoundJson> Bounds, bool IsAuto = false,
    bool IsUnsafe = false, bool IsDynCompatible = false) : InnerJson;

internal sealed record ImplJson(
    GenericsJson Generics, TypeJson For, ImmutableArray<uint> Items, PathJson? Trait = null,
    TypeJson? BlanketImpl = null, bool IsUnsafe = false, bool IsNegative = false, bool IsSynthetic = false)
    : InnerJson;

internal sealed record TypeAliasJson(TypeJson Type, GenericsJson Generics) : InnerJson;

internal sealed record ConstantJson(TypeJson Type, ConstJson Const) : InnerJson;

/// <summary>A static. Whether it is unsafe (in an <c>extern</c> block) is there since format 37.</summary>
internal sealed record StaticJson(TypeJson Type, bool IsMutable = false, bool IsUnsafe = false) : InnerJson;

internal sealed record MacroJson : InnerJson;

internal sealed record AssociatedConstantJson(TypeJson Type, string? Value = null) : InnerJson;

internal sealed record AssociatedTypeJson(
    GenericsJson Generics, ImmutableArray<BoundJson> Bounds, TypeJson? Type = null) : InnerJson;

/// <summary>A kind that is not modelled: an extern type, a trait alias, or one that a later rustdoc brings.</summary>
internal sealed record OtherInnerJson : InnerJson;

internal sealed class InnerConverter : TaggedConverter<InnerJson>
{
    private static RustdocJsonContext Types => RustdocJsonContext.Default;

    protected override InnerJson ReadUnit(string tag) => new OtherInnerJson();

    protected override InnerJson ReadVariant(string tag, ref Utf8JsonReader reader) => tag switch
    {
        "module" => Read(ref reader, Types.ModuleJson),
        "extern_crate" => Read(ref reader, Types.ExternCrateJson),
        "use" => Read(ref reader, Types.UseJson),
        "struct" => Read(ref reader, Types.StructJson),
        "union" => Read(ref reader, Types.UnionJson),
        "struct_field" => new StructFieldJson(Read(ref reader, Types.TypeJson)),
        "enum" => Read(ref reader, Types.EnumJson),
        "variant" => Read(ref reader, Types.VariantJson),
        "function" => Read(ref reader, Types.FunctionJson),
        "trait" => Read(ref reader, Types.TraitJson),
        "impl" => Read(ref reader, Types.ImplJson),
        "type_alias" => Read(ref reader, Types.TypeAliasJson),
        "constant" => Read(ref reader, Types.ConstantJson),
        "static" => Read(ref reader, Types.StaticJson),
        "macro" or "proc_macro" => Skip(ref reader, new MacroJson()),
        "assoc_const" => Read(ref reader, Types.AssociatedConstantJson),
        "assoc_type" => Read(ref reader, Types.AssociatedTypeJson),
        _ => Skip(ref reader, new OtherInnerJson()),
    };
}
