using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Types;

/// <summary>Reads generic parameters and where clauses.</summary>
internal static class GenericsReading
{
    /// <summary>
    /// Reads what the source declares: no synthetic parameters, and none that the context puts something in place of.
    /// </summary>
    public static Generics Read(this ReadContext context, GenericsJson generics)
    {
        var parameters = generics.Parameters
            .Where(parameter => parameter is not TypeParameterJson { IsSynthetic: true })
            .Where(parameter => !context.Scope.Types.ContainsKey(parameter.Name));
        return generics is { Parameters.IsEmpty: true, Where.IsEmpty: true }
            ? Generics.None
            : new Generics([.. parameters.Select(context.Read)], [.. generics.Where.Select(context.Read)]);
    }

    /// <summary>The names that <c>for&lt;…&gt;</c> declares.</summary>
    public static ImmutableArray<string> Names(ImmutableArray<GenericParameterJson> parameters) =>
        [.. parameters.Select(parameter => parameter.Name)];

    private static GenericParameter Read(this ReadContext context, GenericParameterJson parameter) =>
        parameter switch
        {
            LifetimeParameterJson lifetime => new LifetimeParameter(lifetime.Name, lifetime.Outlives),
            TypeParameterJson type => new TypeParameter(
                type.Name, context.ReadAll(type.Bounds), type.Default is { } usual ? context.Read(usual) : null),
            ConstParameterJson constant =>
                new ConstParameter(constant.Name, context.Read(constant.Type), constant.Default),
            _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "not a generic parameter"),
        };

    private static WherePredicate Read(this ReadContext context, WherePredicateJson predicate) => predicate switch
    {
        BoundPredicateJson bound => new TypePredicate(context.Read(bound.Type), context.ReadAll(bound.Bounds))
        {
            HigherRanked = Names(bound.HigherRanked),
        },
        LifetimePredicateJson lifetime => new LifetimePredicate(lifetime.Lifetime, lifetime.Outlives),
        EqualityPredicateJson equality => new EqualityPredicate(
            context.Read(equality.Left), TypeOutline.Text(context.ReadTerm(equality.Right))),
        _ => throw new ArgumentOutOfRangeException(nameof(predicate), predicate, "not a where clause"),
    };
}
