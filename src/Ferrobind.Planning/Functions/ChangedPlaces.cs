using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Results;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Functions;

/// <summary>
/// Results by which the caller changes data where it is: <c>&amp;mut T</c>, <c>Option&lt;&amp;mut T></c>, <c>impl Iterator&lt;Item = &amp;mut T></c>. Data is
/// copied on its way, so there is nothing that could be held; a closure has the place while the call lasts.
/// </summary>
internal static class ChangedPlaces
{
    /// <summary>What becomes of such a result, the closure's type, and the result that is left; null for any other.</summary>
    public static (ResultUse Use, TypeRef Closure, TypeRef Result)? Of(TypeRef output, TypeRegistry types)
    {
        if (Place(output) is { } place)
            return (ResultUse.Change, Closure("FnOnce", place), TypeRef.Unit);
        if (output is PathType { Arguments: [TypeArgument ok, ..] } path && output.IsResult(out _, out _) && Place(ok.Type) is { } succeeded)
            return (ResultUse.Change, Closure("FnOnce", succeeded), path with { Arguments = path.Arguments.SetItem(0, new TypeArgument(TypeRef.Unit)) });
        if (output.IsOption(out var inside) && Place(inside) is { } perhaps)
            return (ResultUse.ChangeOptional, Closure("FnOnce", perhaps), new PrimitiveType("bool"));
        return SequenceResults.ItemOf(output, types) switch
        {
            TupleType { Elements: [var key, var value] } when Place(value) is { } second => (ResultUse.ChangePairs, Closure("FnMut", key, second), TypeRef.Unit),
            { } item when Place(item) is { } each => (ResultUse.ChangeEach, Closure("FnMut", each), TypeRef.Unit),
            _ => null,
        };
    }

    private static ReferenceType? Place(TypeRef type) => type is ReferenceType { IsMutable: true } place ? place : null;

    private static ImplTraitType Closure(string trait, params ReadOnlySpan<TypeRef> arguments) => new(
    [
        new TraitBound(
            new TraitRef(
                new Definition("core", "core::ops::function::" + trait, ItemKind.Trait), [new TypeArgument(new TupleType([.. arguments]))], []),
            false, []),
    ]);
}
