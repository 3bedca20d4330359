using System.Collections.Immutable;
using Ferrobind.Api;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>The arguments of a struct or an enum where it is mentioned, and the parameters that they are for.</summary>
internal static class GenericArguments
{
    /// <summary>The parameters of a struct or an enum.</summary>
    public static Generics Of(ApiItem item) => item switch
    {
        StructItem @struct => @struct.Generics,
        EnumItem @enum => @enum.Generics,
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "not a type"),
    };

    /// <summary>The type with all of its arguments: defaults filled in; lifetimes as mentioned. Null where it is not one type.</summary>
    public static PathType? Complete(ApiItem item, PathType type)
    {
        var given = new Queue<GenericArgument>(type.Arguments.Where(a => a is not LifetimeArgument));
        var lifetimes = new Queue<GenericArgument>(type.Arguments.OfType<LifetimeArgument>());
        var arguments = ImmutableArray.CreateBuilder<GenericArgument>();
        var known = Bindings.Empty;
        foreach (var parameter in Of(item).Parameters)
        {
            var argument = parameter is LifetimeParameter
                ? lifetimes.TryDequeue(out var lifetime) ? lifetime : new LifetimeArgument("'_")
                : given.TryDequeue(out var mentioned) ? mentioned : Default(parameter, known);
            if (argument is null || !IsOne(argument))
                return null;
            arguments.Add(argument);
            known = known.With([parameter], [argument]);
        }

        return type with { Arguments = arguments.ToImmutable() };
    }

    /// <summary>
    /// Of a complete type, the arguments that tell it from others: types and constants, without those at the end that are their defaults.
    /// </summary>
    public static ImmutableArray<GenericArgument> Telling(ApiItem item, PathType complete) =>
        Telling(Of(item), [.. complete.Arguments.Where(a => a is not LifetimeArgument)]);

    /// <summary>The arguments with which an alias is a complete type, without those at the end that are its defaults; null where it is another one.</summary>
    public static ImmutableArray<GenericArgument>? Of(TypeAliasItem alias, PathType complete)
    {
        if (alias.Type is not PathType { Arguments: var arguments } type || type.Definition != complete.Definition || type.Contains<AssociatedPathType>(out _)
            || arguments.Count(a => a is not LifetimeArgument) != complete.Arguments.Count(a => a is not LifetimeArgument)
            || Unification.Match(type, complete, Bindings.Empty) is not { } given)
        {
            return null;
        }

        var said = alias.Generics.Parameters.Select(parameter => parameter switch
        {
            TypeParameter => given.Find(parameter.Name) is { } known ? new TypeArgument(known) : null,
            ConstParameter => given.Constants.TryGetValue(parameter.Name, out var value) ? new ConstArgument(value) : null,
            _ => (GenericArgument)new LifetimeArgument("'_"),
        }).ToArray();
        return said.Any(a => a is null) ? null : Telling(alias.Generics, [.. said.OfType<GenericArgument>().Where(a => a is not LifetimeArgument)]);
    }

    private static ImmutableArray<GenericArgument> Telling(Generics generics, GenericArgument[] arguments)
    {
        var parameters = generics.Parameters.Where(p => p is not LifetimeParameter).ToArray();
        var count = arguments.Length;
        while (count > 0 && IsDefault(parameters[count - 1], arguments[count - 1], Bindings.Empty.With(parameters[..(count - 1)], arguments)))
            count--;
        return [.. arguments[..count]];
    }

    /// <summary>A const argument that is a parameter of what is around, and no value.</summary>
    public static bool IsConstantParameter(string expression) =>
        expression.Length > 0 && (char.IsLetter(expression[0]) || expression[0] == '_') && expression is not ("true" or "false")
        && expression.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static bool IsDefault(GenericParameter parameter, GenericArgument argument, Bindings before) =>
        (argument, Default(parameter, before)) switch
        {
            (TypeArgument type, TypeArgument preset) => Unification.AreSame(type.Type, preset.Type),
            (ConstArgument constant, ConstArgument preset) => constant.Expression == preset.Expression,
            _ => false,
        };

    // A default may be one of those before it.
    private static GenericArgument? Default(GenericParameter parameter, Bindings before) => parameter switch
    {
        TypeParameter { Default: { } preset } => new TypeArgument(Substitution.Apply(preset, before)),
        ConstParameter { Default: { } preset } => new ConstArgument(preset),
        _ => null,
    };

    private static bool IsOne(GenericArgument argument) => argument switch
    {
        TypeArgument type => IsOne(type.Type),
        ConstArgument constant => constant.Expression is "true" or "false" || char.IsAsciiDigit(constant.Expression.TrimStart('-').FirstOrDefault()),
        _ => true,
    };

    /// <summary>Nothing in the type is open.</summary>
    public static bool IsOne(TypeRef type) =>
        !type.Contains<GenericType>(out _) && !type.Contains<ImplTraitType>(out _) && !type.Contains<DynTraitType>(out _)
        && !type.Contains<AssociatedPathType>(out _) && !type.Contains<UnknownType>(out _)
        && !type.Contains<PointerType>(out _) && OpenConstant(type) is null;

    /// <summary>The first const parameter in a type that nothing has said the value of: <c>N</c> of <c>Grid&lt;u8, N></c>.</summary>
    public static string? OpenConstant(TypeRef type)
    {
        string? found = null;
        Find(type);
        return found;

        TypeRef Find(TypeRef part)
        {
            if (part is PathType path)
                found ??= path.Arguments.OfType<ConstArgument>().Select(a => a.Expression).FirstOrDefault(IsConstantParameter);
            return part.WithParts(Find);
        }
    }
}
