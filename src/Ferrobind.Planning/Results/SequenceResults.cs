using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Results;

/// <summary>
/// Results that are iterators: <c>impl Iterator</c>, a boxed one, one of the standard library's, or one of the crate's that is
/// nothing else.
/// </summary>
internal static class SequenceResults
{
    private const string Iterator = "core::iter::traits::iterator::Iterator";

    private static readonly string[] Traits =
    [
        Iterator, "core::iter::traits::double_ended::DoubleEndedIterator", "core::iter::traits::exact_size::ExactSizeIterator",
        "core::iter::traits::marker::FusedIterator",
    ];

    private static readonly TypeRef Text = new ReferenceType(null, false, new PrimitiveType("str"));

    // The iterators of std that appear in signatures, and what of their arguments an item is.
    private static readonly Dictionary<string, Func<TypeRef[], TypeRef>> Std = new(StringComparer.Ordinal)
    {
        ["core::slice::iter::Iter"] = a => new ReferenceType(null, false, a[0]),
        ["core::option::Iter"] = a => new ReferenceType(null, false, a[0]),
        ["alloc::vec::into_iter::IntoIter"] = a => a[0],
        ["core::option::IntoIter"] = a => a[0],
        ["core::str::iter::Chars"] = _ => new PrimitiveType("char"),
        ["core::str::iter::Bytes"] = _ => new PrimitiveType("u8"),
        ["core::str::iter::CharIndices"] = _ => new TupleType([new PrimitiveType("usize"), new PrimitiveType("char")]),
        ["core::str::iter::Lines"] = _ => Text,
        ["core::str::iter::SplitWhitespace"] = _ => Text,
        ["core::str::iter::Split"] = _ => Text,
        ["std::collections::hash::map::Keys"] = a => new ReferenceType(null, false, a[0]),
        ["std::collections::hash::map::Values"] = a => new ReferenceType(null, false, a[1]),
        ["std::collections::hash::map::Iter"] = Pair,
        ["alloc::collections::btree::map::Keys"] = a => new ReferenceType(null, false, a[0]),
        ["alloc::collections::btree::map::Values"] = a => new ReferenceType(null, false, a[1]),
        ["alloc::collections::btree::map::Iter"] = Pair,
        ["std::collections::hash::set::Iter"] = a => new ReferenceType(null, false, a[0]),
        ["alloc::collections::btree::set::Iter"] = a => new ReferenceType(null, false, a[0]),
        ["alloc::collections::vec_deque::iter::Iter"] = a => new ReferenceType(null, false, a[0]),
        ["core::slice::iter::IterMut"] = a => new ReferenceType(null, true, a[0]),
        ["core::option::IterMut"] = a => new ReferenceType(null, true, a[0]),
        ["std::collections::hash::map::ValuesMut"] = a => new ReferenceType(null, true, a[1]),
        ["std::collections::hash::map::IterMut"] = Entry,
        ["alloc::collections::btree::map::ValuesMut"] = a => new ReferenceType(null, true, a[1]),
        ["alloc::collections::btree::map::IterMut"] = Entry,
        ["alloc::collections::vec_deque::iter_mut::IterMut"] = a => new ReferenceType(null, true, a[0]),
    };

    public static SequenceResult? Plan(TypeRef type, TypeRegistry types)
    {
        var isOptional = type.IsOption(out var inside);
        var sequence = isOptional ? inside : type;
        return ItemOf(sequence, types) is { } item && types.Values.PlanGiven(item) is { } value
            ? new SequenceResult(value, isOptional)
            : null;
    }

    /// <summary>What an iterator has; null for any other type.</summary>
    public static TypeRef? ItemOf(TypeRef type, TypeRegistry types) => type switch
    {
        ImplTraitType impl => impl.Bounds.OfType<TraitBound>().Select(b => Bound(b.Trait)).FirstOrDefault(t => t is not null),
        _ when type.Is("alloc::boxed::Box", out var boxed) && boxed is DynTraitType dyn => dyn.Traits.Select(Bound).FirstOrDefault(t => t is not null),
        PathType path when Std.TryGetValue(path.Definition.Path, out var item) && path.TypeArguments().ToArray() is var arguments
            && (arguments.Length > 0 || path.Definition.Path.StartsWith("core::str::", StringComparison.Ordinal)) => item(arguments),
        PathType path when types.Members.IsOnlyIterator(path) => types.Members.ItemOf(path),
        _ => null,
    };

    private static TupleType Entry(TypeRef[] arguments) =>
        new([new ReferenceType(null, false, arguments[0]), new ReferenceType(null, true, arguments[1])]);

    private static TypeRef? Bound(TraitRef trait) =>
        Traits.Contains(trait.Definition.Path) ? trait.Bindings.FirstOrDefault(b => b.Name == "Item")?.Type : null;

    private static TupleType Pair(TypeRef[] arguments) => new TupleType(
        [.. arguments.Take(2).Select(a => new ReferenceType(null, false, a))]);
}
