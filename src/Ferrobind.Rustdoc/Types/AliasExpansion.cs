using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Documents;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Types;

/// <summary>Replaces a mention of a type alias by what it stands for, arguments and defaults put in.</summary>
internal static class AliasExpansion
{
    /// <summary>
    /// The type behind the alias; null where its definition is not at hand, or where the alias is to be seen as such:
    /// a C type.
    /// </summary>
    public static TypeRef? Expand(ReadContext context, PathJson path, Definition alias)
    {
        var arguments = context.ReadArguments(path.Arguments);
        var type = StdAliases.Expand(alias, arguments);
        if (type is not null || StdDefinitions.IsStd(alias.Crate))
        {
            return type;
        }

        return context.Library.Resolve(context.Document, path.Id) is KnownTarget { Item.Inner: TypeAliasJson body } at
            ? Expand(new ReadContext(at.Document, context.Library), body, arguments)
            : null;
    }

    private static TypeRef Expand(ReadContext alias, TypeAliasJson body, ImmutableArray<GenericArgument> arguments)
    {
        var lifetimes = new Queue<string>(arguments.OfType<LifetimeArgument>().Select(a => a.Lifetime));
        var others = new Queue<GenericArgument>(arguments.Where(a => a is not LifetimeArgument));
        foreach (var parameter in body.Generics.Parameters)
        {
            alias = alias with { Scope = Bind(alias, parameter, lifetimes, others) };
        }

        return alias.Read(body.Type);
    }

    /// <summary>Binds the next parameter: to the next argument, or its default. Lifetimes may be left out.</summary>
    private static Scope Bind(
        ReadContext alias, GenericParameterJson parameter, Queue<string> lifetimes, Queue<GenericArgument> others)
    {
        var scope = alias.Scope;
        switch (parameter)
        {
            case LifetimeParameterJson:
                var lifetime = lifetimes.TryDequeue(out var named) ? named : TypeReading.Elided;
                return scope with { Lifetimes = scope.Lifetimes.SetItem(parameter.Name, lifetime) };
            case TypeParameterJson type:
                var argument = others.TryDequeue(out var next) && next is TypeArgument written
                    ? written.Type
                    : type.Default is { } usual ? alias.Read(usual) : new GenericType(parameter.Name);
                return scope with { Types = scope.Types.SetItem(parameter.Name, argument) };
            case ConstParameterJson constant:
                var expression = others.TryDequeue(out next) && next is ConstArgument value
                    ? value.Expression
                    : scope.Constant(constant.Default ?? parameter.Name);
                return scope with { Constants = scope.Constants.SetItem(parameter.Name, expression) };
            default:
                throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "not a generic parameter");
        }
    }
}
