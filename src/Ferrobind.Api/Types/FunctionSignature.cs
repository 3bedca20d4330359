using System.Collections.Immutable;

namespace Ferrobind.Api;

/// <summary>A function's signature. <see cref="Output"/> is the empty tuple where Rust writes nothing.</summary>
/// <param name="Inputs">The parameters; a method's receiver is the first one, named <c>self</c>.</param>
/// <param name="Abi">Rust's name of the calling convention: <c>Rust</c>, <c>C</c>, <c>system</c> …</param>
/// <param name="IsNoMangle">It is exported under its own name (<c>#[no_mangle]</c>).</param>
/// <param name="ExportName">The name that <c>#[export_name]</c> gives it, if it does.</param>
public sealed record FunctionSignature(
    ImmutableArray<Parameter> Inputs, TypeRef Output, Generics Generics, bool IsUnsafe, bool IsAsync, bool IsConst,
    string Abi, bool IsVariadic, bool IsNoMangle, string? ExportName);

/// <summary>One parameter; a pattern has the name <c>_</c>.</summary>
public sealed record Parameter(string Name, TypeRef Type);

/// <summary>Generic parameters and where clauses. Synthetic ones of <c>impl Trait</c> arguments are left out.</summary>
public sealed record Generics(ImmutableArray<GenericParameter> Parameters, ImmutableArray<WherePredicate> Where)
{
    public static Generics None { get; } = new([], []);
}

/// <summary>A generic parameter. The set of derived records is closed.</summary>
public abstract record GenericParameter(string Name);

/// <summary>A lifetime parameter, with what it outlives (<c>'a: 'b</c>).</summary>
public sealed record LifetimeParameter(string Name, ImmutableArray<string> Outlives) : GenericParameter(Name);

/// <summary>A type parameter with the bounds written at its declaration.</summary>
public sealed record TypeParameter(string Name, ImmutableArray<Bound> Bounds, TypeRef? Default)
    : GenericParameter(Name);

/// <summary>A const parameter.</summary>
public sealed record ConstParameter(string Name, TypeRef Type, string? Default) : GenericParameter(Name);

/// <summary>A where clause. The set of derived records is closed.</summary>
public abstract record WherePredicate;

/// <summary><c>T: Bound + Bound</c></summary>
public sealed record TypePredicate(TypeRef Type, ImmutableArray<Bound> Bounds) : WherePredicate
{
    /// <summary>The lifetimes that <c>for&lt;…&gt;</c> declares.</summary>
    public ImmutableArray<string> HigherRanked { get; init; } = [];
}

/// <summary><c>'a: 'b</c></summary>
public sealed record LifetimePredicate(string Lifetime, ImmutableArray<string> Outlives) : WherePredicate;

/// <summary><c>T::Assoc == U</c></summary>
public sealed record EqualityPredicate(TypeRef Left, string Right) : WherePredicate;

/// <summary>A bound. The set of derived records is closed.</summary>
public abstract record Bound;

/// <summary>A trait bound; <paramref name="IsMaybe"/> for <c>?Sized</c>.</summary>
public sealed record TraitBound(TraitRef Trait, bool IsMaybe, ImmutableArray<string> HigherRanked) : Bound;

/// <summary>A lifetime bound, <c>'static</c> included.</summary>
public sealed record LifetimeBound(string Lifetime) : Bound;

/// <summary>A precise-capturing bound: <c>use&lt;'a, T&gt;</c>.</summary>
public sealed record UseBound(ImmutableArray<string> Captured) : Bound;

/// <summary>A mention of a trait with its arguments and associated-type bindings.</summary>
public sealed record TraitRef(
    Definition Definition, ImmutableArray<GenericArgument> Arguments, ImmutableArray<AssociatedBinding> Bindings);

/// <summary><c>Item = T</c>, or <c>Item: Bound</c> where <paramref name="Type"/> is null.</summary>
public sealed record AssociatedBinding(string Name, TypeRef? Type, ImmutableArray<Bound> Bounds);
