using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ferrobind.Rustdoc.Json;

/// <summary>A mention of a type. The set of derived records is closed.</summary>
[JsonConverter(typeof(TypeConverter))]
internal abstract record TypeJson;

internal sealed record ResolvedPathJson(PathJson Path) : TypeJson;

internal sealed record DynTraitJson(ImmutableArray<PolyTraitJson> Traits, string? Lifetime = null) : TypeJson;

/// <summary>A trait of a trait object, with what <c>for&lt;…&gt;</c> declares.</summary>
internal sealed record PolyTraitJson(PathJson Trait, ImmutableArray<GenericParameterJson> GenericParams);

internal sealed record GenericTypeJson(string Name) : TypeJson;

internal sealed record PrimitiveTypeJson(string Name) : TypeJson;

internal sealed record FunctionPointerJson(
    SignatureJson Sig, ImmutableArray<GenericParameterJson> GenericParams, HeaderJson Header) : TypeJson;

internal sealed record TupleTypeJson(ImmutableArray<TypeJson> Elements) : TypeJson;

internal sealed record SliceTypeJson(TypeJson Element) : TypeJson;

internal sealed record ArrayJson(TypeJson Type, string Len) : TypeJson;

internal sealed record ImplTraitJson(ImmutableArray<BoundJson> Bounds) : TypeJson;

internal sealed record RawPointerJson(TypeJson Type, bool IsMutable = false) : TypeJson;

internal sealed record BorrowedRefJson(TypeJson Type, string? Lifetime = null, bool IsMutable = false) : TypeJson;

/// <summary><c>&lt;T as Trait&gt;::Name</c>; without arguments, <c>args</c> is an empty list, or null later.</summary>
internal sealed record QualifiedPathJson(
    string Name, TypeJson SelfType, GenericArgsJson? Args = null, PathJson? Trait = null) : TypeJson;

/// <summary>A kind that is not modelled: <c>infer</c>, a pattern type, or one that a later rustdoc brings.</summary>
internal sealed record UnknownTypeJson(string Kind) : TypeJson;

internal sealed class TypeConverter : TaggedConverter<TypeJson>
{
    private static RustdocJsonContext Types => RustdocJsonContext.Default;

    protected override TypeJson ReadUnit(string tag) => new UnknownTypeJson(tag);

    protected override TypeJson ReadVariant(string tag, ref Utf8JsonReader reader) => tag switch
    {
        "resolved_path" => new ResolvedPathJson(Read(ref reader, Types.PathJson)),
        "dyn_trait" => Read(ref reader, Types.DynTraitJson),
        "generic" => new GenericTypeJson(ReadText(ref reader)),
        "primitive" => new PrimitiveTypeJson(ReadText(ref reader)),
        "function_pointer" => Read(ref reader, Types.FunctionPointerJson),
        "tuple" => new TupleTypeJson(Read(ref reader, Types.ImmutableArrayTypeJson)),
        "slice" => new SliceTypeJson(Read(ref reader, Types.TypeJson)),
        "array" => Read(ref reader, Types.ArrayJson),
        "impl_trait" => new ImplTraitJson(Read(ref reader, Types.ImmutableArrayBoundJson)),
        "raw_pointer" => Read(ref reader, Types.RawPointerJson),
        "borrowed_ref" => Read(ref reader, Types.BorrowedRefJson),
        "qualified_path" => Read(ref reader, Types.QualifiedPathJson),
        _ => Skip(ref reader, new UnknownTypeJson(tag)),
    };
}
