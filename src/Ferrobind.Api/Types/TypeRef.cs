using System.Collections.Immutable;

namespace Ferrobind.Api;

/// <summary>A mention of a type. The set of derived records is closed.</summary>
public abstract record TypeRef
{
    /// <summary>The empty tuple.</summary>
    public static TypeRef Unit { get; } = new TupleType([]);
}

/// <summary><c>i32</c>, <c>str</c>, <c>bool</c>, <c>never</c> … by Rust's own name.</summary>
public sealed record PrimitiveType(string Name) : TypeRef;

/// <summary>A struct, enum, union, trait alias or foreign type by its definition, with arguments.</summary>
public sealed record PathType(Definition Definition, ImmutableArray<GenericArgument> Arguments) : TypeRef;

/// <summary><c>&amp;'a mut T</c>; the lifetime is null where it is elided.</summary>
public sealed record ReferenceType(string? Lifetime, bool IsMutable, TypeRef Target) : TypeRef;

/// <summary><c>[T]</c></summary>
public sealed record SliceType(TypeRef Element) : TypeRef;

/// <summary><c>[T; N]</c>; the length is an expression or a const parameter's name.</summary>
public sealed record ArrayType(TypeRef Element, string Length) : TypeRef;

/// <summary>A tuple; the unit type is the empty one.</summary>
public sealed record TupleType(ImmutableArray<TypeRef> Elements) : TypeRef;

/// <summary><c>*const T</c> or <c>*mut T</c></summary>
public sealed record PointerType(bool IsMutable, TypeRef Target) : TypeRef;

/// <summary><c>fn(A) -> R</c></summary>
public sealed record FunctionPointerType(
    ImmutableArray<TypeRef> Inputs, TypeRef Output, bool IsUnsafe, string Abi) : TypeRef
{
    /// <summary>The lifetimes that <c>for&lt;…&gt;</c> declares.</summary>
    public ImmutableArray<string> HigherRanked { get; init; } = [];
}

/// <summary>A generic parameter in scope, <c>Self</c> included.</summary>
public sealed record GenericType(string Name) : TypeRef;

/// <summary><c>impl A + B</c>, as an argument or a result.</summary>
public sealed record ImplTraitType(ImmutableArray<Bound> Bounds) : TypeRef;

/// <summary><c>dyn A + 'a</c></summary>
public sealed record DynTraitType(ImmutableArray<TraitRef> Traits, string? Lifetime) : TypeRef
{
    /// <summary>The lifetimes that <c>for&lt;…&gt;</c> declares, on whichever of the traits.</summary>
    public ImmutableArray<string> HigherRanked { get; init; } = [];
}

/// <summary><c>&lt;T as Trait&gt;::Name</c>; the trait is null for an inherent associated type.</summary>
public sealed record AssociatedPathType(
    TypeRef Self, TraitRef? Trait, string Name, ImmutableArray<GenericArgument> Arguments) : TypeRef;

/// <summary>A kind of type that this reader does not model, by the name that rustdoc gives it.</summary>
public sealed record UnknownType(string Kind) : TypeRef;

/// <summary>An argument of a path. The set of derived records is closed.</summary>
public abstract record GenericArgument;

/// <summary>A lifetime argument, <c>'_</c> and <c>'static</c> included.</summary>
public sealed record LifetimeArgument(string Lifetime) : GenericArgument;

/// <summary>A type argument.</summary>
public sealed record TypeArgument(TypeRef Type) : GenericArgument;

/// <summary>A const argument, as an expression.</summary>
public sealed record ConstArgument(string Expression) : GenericArgument;
