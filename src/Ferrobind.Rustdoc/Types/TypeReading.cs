using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Types;

/// <summary>Reads a mention of a type.</summary>
internal static class TypeReading
{
    /// <summary>How Rust writes a lifetime that has no name.</summary>
    public const string Elided = "'_";

    public static TypeRef Read(this ReadContext context, TypeJson type) => type switch
    {
        ResolvedPathJson path => context.ReadPath(path.Path),
        PrimitiveTypeJson primitive => new PrimitiveType(primitive.Name),
        GenericTypeJson generic => context.Scope.Type(generic.Name),
        BorrowedRefJson reference => new ReferenceType(
            context.ReadReferenceLifetime(reference.Lifetime), reference.IsMutable, context.Read(reference.Target)),
        SliceTypeJson slice => new SliceType(context.Read(slice.Element)),
        ArrayTypeJson array => new ArrayType(context.Read(array.Element), context.Scope.Constant(array.Length)),
        TupleTypeJson { Elements.IsEmpty: true } => TypeRef.Unit,
        TupleTypeJson tuple => new TupleType(context.ReadAll(tuple.Elements)),
        RawPointerJson pointer => new PointerType(pointer.IsMutable, context.Read(pointer.Target)),
        FunctionPointerJson function => context.ReadFunctionPointer(function),
        ImplTraitJson impl => new ImplTraitType(context.ReadAll(impl.Bounds)),
        DynTraitJson dyn => new DynTraitType(
            [.. dyn.Traits.Select(poly => context.ReadTrait(poly.Trait))],
            dyn.Lifetime is { } lifetime ? context.Scope.Lifetime(lifetime) : null)
        {
            HigherRanked = [.. dyn.Traits.SelectMany(poly => GenericsReading.Names(poly.HigherRanked))],
        },
        QualifiedPathJson path => new AssociatedPathType(
            context.Read(path.Self), path.Trait is { } trait ? context.ReadTrait(trait) : null, path.Name,
            context.ReadArguments(path.Arguments)),
        UnknownTypeJson unknown => new UnknownType(unknown.Kind),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a type"),
    };

    public static ImmutableArray<TypeRef> ReadAll(this ReadContext context, ImmutableArray<TypeJson> types) =>
        [.. types.Select(context.Read)];

    /// <summary>Reads a function's result; nothing written is the empty tuple.</summary>
    public static TypeRef ReadOutput(this ReadContext context, TypeJson? output) =>
        output is null ? TypeRef.Unit : context.Read(output);

    /// <summary>An elided lifetime is no lifetime, whether it is left out or written <c>'_</c>.</summary>
    private static string? ReadReferenceLifetime(this ReadContext context, string? lifetime) =>
        lifetime is not null && context.Scope.Lifetime(lifetime) is var named and not Elided ? named : null;

    private static FunctionPointerType ReadFunctionPointer(this ReadContext context, FunctionPointerJson function) =>
        new(
            [.. function.Signature.Inputs.Select(input => context.Read(input.Type))],
            context.ReadOutput(function.Signature.Output),
            function.Header.IsUnsafe,
            function.Header.Abi)
        {
            HigherRanked = GenericsReading.Names(function.HigherRanked),
        };
}
