using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Types;

/// <summary>Reads mentions of types and traits by path, and their arguments.</summary>
internal static class PathReading
{
    public static TypeRef ReadPath(this ReadContext context, PathJson path)
    {
        var definition = context.Define(path);
        return definition.Kind == ItemKind.TypeAlias && AliasExpansion.Expand(context, path, definition) is { } type
            ? type
            : new PathType(definition, context.ReadArguments(path.Arguments));
    }

    public static TraitRef ReadTrait(this ReadContext context, PathJson path) => new(
        context.Define(path), context.ReadArguments(path.Arguments), context.ReadBindings(path.Arguments));

    /// <summary>Arguments by position. Those of <c>Fn(A, B)</c> are one tuple, as for the compiler.</summary>
    public static ImmutableArray<GenericArgument> ReadArguments(this ReadContext context, GenericArgsJson? args) =>
        args switch
        {
            null or ReturnTypeNotationJson => [],
            AngleBracketedJson angle => [.. angle.Arguments.Select(context.ReadArgument)],
            ParenthesizedJson call => [new TypeArgument(new TupleType(context.ReadAll(call.Inputs)))],
            _ => throw new ArgumentOutOfRangeException(nameof(args), args, "not a list of arguments"),
        };

    private static GenericArgument ReadArgument(this ReadContext context, GenericArgJson argument) => argument switch
    {
        LifetimeArgJson lifetime => new LifetimeArgument(context.Scope.Lifetime(lifetime.Lifetime)),
        TypeArgJson type => new TypeArgument(context.Read(type.Type)),
        ConstArgJson constant => new ConstArgument(context.Scope.Constant(constant.Const.Expression)),
        _ => throw new ArgumentOutOfRangeException(nameof(argument), argument, "not an argument"),
    };

    /// <summary>Bindings by name. The result of <c>Fn(A) -> R</c> is its <c>Output</c>.</summary>
    private static ImmutableArray<AssociatedBinding> ReadBindings(this ReadContext context, GenericArgsJson? args) =>
        args switch
        {
            null or ReturnTypeNotationJson => [],
            AngleBracketedJson angle => [.. angle.Constraints.Select(context.ReadBinding)],
            ParenthesizedJson call => [new AssociatedBinding("Output", context.ReadOutput(call.Output), [])],
            _ => throw new ArgumentOutOfRangeException(nameof(args), args, "not a list of arguments"),
        };

    private static AssociatedBinding ReadBinding(this ReadContext context, AssociatedConstraintJson constraint) =>
        constraint switch
        {
            EqualsJson equals => new AssociatedBinding(equals.Name, context.ReadTerm(equals.Term), []),
            BoundedJson bounded => new AssociatedBinding(bounded.Name, null, context.ReadAll(bounded.Bounds)),
            _ => throw new ArgumentOutOfRangeException(nameof(constraint), constraint, "not a binding"),
        };

    /// <summary>A type; an associated constant's value (unstable) is no type that anything can be done with.</summary>
    public static TypeRef ReadTerm(this ReadContext context, TermJson term) => term switch
    {
        TypeTermJson type => context.Read(type.Type),
        ConstTermJson => new UnknownType("constant"),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "not a term"),
    };

    /// <summary>Where it is defined. Of what is private, even to rustdoc, there is only what is written.</summary>
    private static Definition Define(this ReadContext context, PathJson path) =>
        context.Document.Define(path.Id)
        ?? new Definition(context.Document.Name, $"{context.Document.Name}::{path.Written}", ItemKind.Other);
}
