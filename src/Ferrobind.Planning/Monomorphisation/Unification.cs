using Ferrobind.Api;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>
/// What the parameters of an impl stand for where a type is one that it is for. Lifetimes are left to the compiler: no impl is chosen
/// by them.
/// </summary>
internal static class Unification
{
    /// <summary>The bindings with which the pattern is the type, or null where it is another one.</summary>
    public static Bindings? Match(TypeRef pattern, TypeRef type, Bindings bindings) => (pattern, type) switch
    {
        (GenericType parameter, _) => bindings.Find(parameter.Name) is not { } known ? bindings.With(parameter.Name, type)
            : AreSame(known, type) ? bindings : null,
        (ReferenceType left, ReferenceType right) when left.IsMutable == right.IsMutable => Match(left.Target, right.Target, bindings),
        (SliceType left, SliceType right) => Match(left.Element, right.Element, bindings),
        (ArrayType left, ArrayType right) => Match(left.Element, right.Element, bindings) is { } element
            ? Constant(left.Length, right.Length, element) : null,
        (TupleType left, TupleType right) when left.Elements.Length == right.Elements.Length =>
            All(left.Elements.Zip(right.Elements), (pair, known) => Match(pair.First, pair.Second, known), bindings),
        (PathType left, PathType right) when left.Definition == right.Definition => Arguments(left, right, bindings),
        (ReferenceType or SliceType or ArrayType or TupleType or PathType, _) => null,
        _ => RustSyntax.Of(pattern) == RustSyntax.Of(type) ? bindings : null,
    };

    /// <summary>Two types that differ in lifetimes at most.</summary>
    public static bool AreSame(TypeRef left, TypeRef right) =>
        !left.Contains<GenericType>(out _) && Match(left, right, Bindings.Empty) is not null;

    // Arguments that a mention leaves out are not looked at.
    private static Bindings? Arguments(PathType left, PathType right, Bindings bindings) => All(
        Types(left).Zip(Types(right)),
        (pair, known) => pair switch
        {
            (TypeArgument first, TypeArgument second) => Match(first.Type, second.Type, known),
            (ConstArgument first, ConstArgument second) => Constant(first.Expression, second.Expression, known),
            _ => null,
        },
        bindings);

    private static IEnumerable<GenericArgument> Types(PathType type) => type.Arguments.Where(a => a is not LifetimeArgument);

    // A name is a parameter's; a value begins with a digit or is a literal.
    private static Bindings? Constant(string pattern, string value, Bindings bindings)
    {
        if (pattern == value)
            return bindings;
        if (!GenericArguments.IsConstantParameter(pattern))
            return null;
        return bindings.Constants.TryGetValue(pattern, out var known)
            ? known == value ? bindings : null
            : bindings.WithConstant(pattern, value);
    }

    private static Bindings? All<T>(IEnumerable<T> parts, Func<T, Bindings, Bindings?> match, Bindings bindings)
    {
        Bindings? result = bindings;
        foreach (var part in parts)
        {
            result = match(part, result);
            if (result is null)
                return null;
        }

        return result;
    }
}
