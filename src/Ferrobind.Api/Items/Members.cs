using System.Collections.Immutable;

namespace Ferrobind.Api;

/// <summary>The shape of a struct's or a variant's fields.</summary>
public enum FieldStyle { Unit, Tuple, Named }

/// <summary>The fields of a struct or a variant.</summary>
/// <param name="HasHidden">Some fields are private or <c>#[doc(hidden)]</c>, and not in <paramref name="Fields"/>.</param>
public sealed record FieldList(FieldStyle Style, ImmutableArray<Field> Fields, bool HasHidden);

/// <summary>One public field; tuple fields are named by position (<c>0</c>).</summary>
public sealed record Field(string Name, TypeRef Type, string? Docs, Deprecation? Deprecation);

/// <summary>One variant of an enum.</summary>
/// <param name="Discriminant">The explicit discriminant's value, decimal; null where it has none.</param>
public sealed record Variant(
    string Name, FieldList Fields, string? Discriminant, string? Docs, Deprecation? Deprecation,
    bool IsNonExhaustive);

/// <summary>The items inside a trait or an impl.</summary>
public sealed record AssociatedItems(
    ImmutableArray<Method> Methods, ImmutableArray<AssociatedConstant> Constants,
    ImmutableArray<AssociatedType> Types);

/// <summary>A method or an associated function.</summary>
/// <param name="HasBody">For a trait's own methods: it has a default body.</param>
public sealed record Method(
    string Name, FunctionSignature Signature, string? Docs, Deprecation? Deprecation, bool HasBody);

/// <summary>An associated constant.</summary>
/// <param name="Value">The source expression where it is a literal or a path; rustdoc does not evaluate it.</param>
public sealed record AssociatedConstant(
    string Name, TypeRef Type, string? Value, string? Docs, Deprecation? Deprecation);

/// <summary>An associated type; <paramref name="Type"/> is null where a trait only declares it.</summary>
public sealed record AssociatedType(string Name, ImmutableArray<Bound> Bounds, TypeRef? Type)
{
    /// <summary>The parameters of a generic associated type, and its where clauses.</summary>
    public Generics Generics { get; init; } = Generics.None;
}

/// <summary>An <c>impl</c> block.</summary>
/// <param name="Trait">The trait implemented; null for an inherent impl.</param>
/// <param name="IsSynthetic">The compiler inferred it (auto traits).</param>
/// <param name="IsDerived">A <c>#[derive]</c> wrote it.</param>
/// <param name="IsBlanket">
/// It is what a blanket impl (<c>impl&lt;T&gt; Trait for T</c>) is for one type: the type stands for <c>T</c> throughout.
/// Its own parameters are not among <paramref name="Generics"/>, and another crate's impl has no items here.
/// </param>
public sealed record ImplBlock(
    TraitRef? Trait, TypeRef For, Generics Generics, AssociatedItems Items, bool IsNegative, bool IsSynthetic,
    bool IsDerived, bool IsBlanket, bool IsUnsafe);
