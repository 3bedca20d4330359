using System.Collections.Immutable;
using System.Text.Json;

namespace Ferrobind.Rustdoc.Json;

/// <summary>A mention of a type. The set of derived records is closed.</summary>
internal abstract record TypeJson
{
    public static TypeJson Read(JsonElement json)
    {
        var (tag, value) = json.AsVariant();
        return tag switch
        {
            "resolved_path" => new ResolvedPathJson(PathJson.Read(value)),
            "dyn_trait" => new DynTraitJson(
                value.ReadList("traits"u8, PolyTraitJson.Read), value.ReadOptionalText("lifetime"u8)),
            "generic" => new GenericTypeJson(value.AsText()),
            "primitive" => new PrimitiveTypeJson(value.AsText()),
            "function_pointer" => new FunctionPointerJson(
                value.Read("sig"u8, SignatureJson.Read), value.Read("header"u8, HeaderJson.Read),
                value.ReadList("generic_params"u8, GenericParameterJson.Read)),
            "tuple" => new TupleTypeJson(value.AsList(Read)),
            "slice" => new SliceTypeJson(Read(value)),
            "array" => new ArrayTypeJson(value.Read("type"u8, Read), value.ReadText("len"u8)),
            "impl_trait" => new ImplTraitJson(value.AsList(BoundJson.Read)),
            "raw_pointer" => new RawPointerJson(value.Read("type"u8, Read), value.ReadFlag("is_mutable"u8)),
            "borrowed_ref" => new BorrowedRefJson(
                value.ReadOptionalText("lifetime"u8), value.ReadFlag("is_mutable"u8), value.Read("type"u8, Read)),
            "qualified_path" => new QualifiedPathJson(
                value.ReadText("name"u8), value.Read("self_type"u8, Read),
                value.ReadOptional("args"u8, GenericArgsJson.Read), value.ReadOptional("trait"u8, PathJson.Read)),
            _ => new UnknownTypeJson(tag),
        };
    }
}

internal sealed record ResolvedPathJson(PathJson Path) : TypeJson;

internal sealed record DynTraitJson(ImmutableArray<PolyTraitJson> Traits, string? Lifetime) : TypeJson;

/// <summary>A trait of a trait object, with what <c>for&lt;…&gt;</c> declares.</summary>
internal sealed record PolyTraitJson(PathJson Trait, ImmutableArray<GenericParameterJson> HigherRanked)
{
    public static PolyTraitJson Read(JsonElement json) => new(
        json.Read("trait"u8, PathJson.Read), json.ReadList("generic_params"u8, GenericParameterJson.Read));
}

internal sealed record GenericTypeJson(string Name) : TypeJson;

internal sealed record PrimitiveTypeJson(string Name) : TypeJson;

internal sealed record FunctionPointerJson(
    SignatureJson Signature, HeaderJson Header, ImmutableArray<GenericParameterJson> HigherRanked) : TypeJson;

internal sealed record TupleTypeJson(ImmutableArray<TypeJson> Elements) : TypeJson;

internal sealed record SliceTypeJson(TypeJson Element) : TypeJson;

internal sealed record ArrayTypeJson(TypeJson Element, string Length) : TypeJson;

internal sealed record ImplTraitJson(ImmutableArray<BoundJson> Bounds) : TypeJson;

internal sealed record RawPointerJson(TypeJson Target, bool IsMutable) : TypeJson;

internal sealed record BorrowedRefJson(string? Lifetime, bool IsMutable, TypeJson Target) : TypeJson;

/// <summary><c>&lt;T as Trait&gt;::Name</c>; where there are no arguments, an empty list or later null.</summary>
internal sealed record QualifiedPathJson(string Name, TypeJson Self, GenericArgsJson? Arguments, PathJson? Trait)
    : TypeJson;

/// <summary>A kind that is not modelled: <c>infer</c>, a pattern type, or one that a later rustdoc brings.</summary>
internal sealed record UnknownTypeJson(string Kind) : TypeJson;
