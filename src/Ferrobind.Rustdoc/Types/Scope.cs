using System.Collections.Immutable;
using Ferrobind.Api;

namespace Ferrobind.Rustdoc.Types;

/// <summary>What generic parameters stand for: inside an alias that is being expanded, its arguments.</summary>
internal sealed record Scope(
    ImmutableDictionary<string, TypeRef> Types, ImmutableDictionary<string, string> Lifetimes,
    ImmutableDictionary<string, string> Constants)
{
    /// <summary>Where each parameter stands for itself.</summary>
    public static Scope Empty { get; } = new(
        ImmutableDictionary<string, TypeRef>.Empty, ImmutableDictionary<string, string>.Empty,
        ImmutableDictionary<string, string>.Empty);

    public TypeRef Type(string name) => Types.GetValueOrDefault(name) ?? new GenericType(name);

    public string Lifetime(string name) => Lifetimes.GetValueOrDefault(name) ?? name;

    public string Constant(string expression) => Constants.GetValueOrDefault(expression) ?? expression;
}
