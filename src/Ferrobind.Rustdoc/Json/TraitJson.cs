using System.Collections.Immutable;
using System.Text.Json;

namespace Ferrobind.Rustdoc.Json;

internal sealed record TraitJson(
    ImmutableArray<uint> Items, GenericsJson Generics, ImmutableArray<BoundJson> Bounds, bool IsAuto, bool IsUnsafe,
    bool IsDynCompatible) : InnerJson
{
    public static TraitJson ReadTrait(JsonElement json) => new(
        json.ReadIds("items"u8),
        json.Read("generics"u8, GenericsJson.Read),
        json.ReadList("bounds"u8, BoundJson.Read),
        json.ReadFlag("is_auto"u8),
        json.ReadFlag("is_unsafe"u8),
        json.ReadFlag("is_dyn_compatible"u8));
}

/// <summary>
/// An impl. <see cref="For"/> is a type even where <see cref="Blanket"/> says which parameter it takes.
/// </summary>
internal sealed record ImplJson(
    GenericsJson Generics, PathJson? Trait, TypeJson For, TypeJson? Blanket, ImmutableArray<uint> Items, bool IsUnsafe,
    bool IsNegative, bool IsSynthetic) : InnerJson
{
    public static ImplJson ReadImpl(JsonElement json) => new(
        json.Read("generics"u8, GenericsJson.Read),
        json.ReadOptional("trait"u8, PathJson.Read),
        json.Read("for"u8, TypeJson.Read),
        json.ReadOptional("blanket_impl"u8, TypeJson.Read),
        json.ReadIds("items"u8),
        json.ReadFlag("is_unsafe"u8),
        json.ReadFlag("is_negative"u8),
        json.ReadFlag("is_synthetic"u8));
}
