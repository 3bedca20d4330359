using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Ferrobind.Rustdoc.Json;

/// <summary>
/// The wire records' metadata, made at compile time. A property that is missing is an error where its type says that
/// it must be there; a property that is unknown is not.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ItemJson))]
[JsonSerializable(typeof(ItemSummaryJson))]
[JsonSerializable(typeof(ExternalCrateJson))]
[JsonSerializable(typeof(ModuleJson))]
[JsonSerializable(typeof(ExternCrateJson))]
[JsonSerializable(typeof(UseJson))]
[JsonSerializable(typeof(StructJson))]
[JsonSerializable(typeof(UnionJson))]
[JsonSerializable(typeof(EnumJson))]
[JsonSerializable(typeof(VariantJson))]
[JsonSerializable(typeof(FunctionJson))]
[JsonSerializable(typeof(TraitJson))]
[JsonSerializable(typeof(ImplJson))]
[JsonSerializable(typeof(TypeAliasJson))]
[JsonSerializable(typeof(ConstantJson))]
[JsonSerializable(typeof(StaticJson))]
[JsonSerializable(typeof(AssociatedConstantJson))]
[JsonSerializable(typeof(AssociatedTypeJson))]
[JsonSerializable(typeof(NamedFieldsJson))]
[JsonSerializable(typeof(ReprJson))]
[JsonSerializable(typeof(TraitBoundJson))]
[JsonSerializable(typeof(LifetimeParameterJson))]
[JsonSerializable(typeof(TypeParameterJson))]
[JsonSerializable(typeof(ConstParameterJson))]
[JsonSerializable(typeof(BoundPredicateJson))]
[JsonSerializable(typeof(LifetimePredicateJson))]
[JsonSerializable(typeof(EqualityPredicateJson))]
[JsonSerializable(typeof(AngleBracketedJson))]
[JsonSerializable(typeof(ParenthesizedJson))]
[JsonSerializable(typeof(DynTraitJson))]
[JsonSerializable(typeof(FunctionPointerJson))]
[JsonSerializable(typeof(ArrayJson))]
[JsonSerializable(typeof(RawPointerJson))]
[JsonSerializable(typeof(BorrowedRefJson))]
[JsonSerializable(typeof(QualifiedPathJson))]
[JsonSerializable(typeof(ImmutableArray<uint?>))]
[JsonSerializable(typeof(ImmutableArray<CapturedJson>))]
internal sealed partial class RustdocJsonContext : JsonSerializerContext;
