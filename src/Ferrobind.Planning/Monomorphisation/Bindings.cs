using System.Collections.Immutable;
using Ferrobind.Api;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>
/// What generic parameters stand for: types by name, <c>Self</c> and its associated types (<c>Self::Item</c>) among them, and the
/// expressions of const parameters.
/// </summary>
internal sealed record Bindings(ImmutableDictionary<string, TypeRef> Types, ImmutableDictionary<string, string> Constants)
{
    public static Bindings Empty { get; } = new(ImmutableDictionary<string, TypeRef>.Empty, ImmutableDictionary<string, string>.Empty);

    public static Bindings OfSelf(TypeRef self) => Empty.With("Self", self);

    public TypeRef? Find(string name) => Types.GetValueOrDefault(name);

    public Bindings With(string name, TypeRef type) => this with { Types = Types.SetItem(name, type) };

    public Bindings WithConstant(string name, string expression) => this with { Constants = Constants.SetItem(name, expression) };

    /// <summary>The parameters of a declaration, one after the other, are these arguments; lifetimes are left out of both.</summary>
    public Bindings With(IEnumerable<GenericParameter> parameters, IEnumerable<GenericArgument> arguments)
    {
        var result = this;
        foreach (var pair in parameters.Where(p => p is not LifetimeParameter).Zip(arguments.Where(a => a is not LifetimeArgument)))
        {
            result = pair switch
            {
                (TypeParameter parameter, TypeArgument argument) => result.With(parameter.Name, argument.Type),
                (ConstParameter parameter, ConstArgument argument) => result.WithConstant(parameter.Name, argument.Expression),
                _ => result,
            };
        }

        return result;
    }
}
