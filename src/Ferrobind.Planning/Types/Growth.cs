using Ferrobind.Api;

namespace Ferrobind.Planning.Types;

/// <summary>
/// Where types end that make ever larger ones of themselves, as an <c>Error&lt;I></c> does whose method returns an
/// <c>Error&lt;(I, usize)></c>.
/// </summary>
internal static class Growth
{
    /// <summary>How many instantiations of one type there are, at most.</summary>
    public const int MaxInstances = 64;

    // More than an API says by itself, and few enough for each to have methods.
    private const int MaxNesting = 6;

    /// <summary>Whether there is a type in a type in a type, and so on, as nobody writes it.</summary>
    public static bool IsTooMuch(TypeRef type) => Nesting(type) > MaxNesting;

    private static int Nesting(TypeRef type) => type switch
    {
        PathType path => Around(path.TypeArguments()),
        TupleType tuple => Around(tuple.Elements),
        ReferenceType reference => Nesting(reference.Target),
        SliceType slice => Around([slice.Element]),
        ArrayType array => Around([array.Element]),
        _ => 0,
    };

    private static int Around(IEnumerable<TypeRef> parts) => 1 + parts.Select(Nesting).DefaultIfEmpty(0).Max();
}
