using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Skipping;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Parameters;

/// <summary>
/// Data with handles inside: <c>Vec&lt;T&gt;</c>, <c>&amp;[&amp;T]</c>, <c>HashMap&lt;K, T&gt;</c>, <c>(T, u32)</c> … by wire. What the call owns is
/// consumed, and what it borrows is lent. Of what it only looks at, and would own, it gets clones.
/// </summary>
internal static class HeldStrategy
{
    public static PlannedParameter? Plan(TypeRef type, TypeRegistry types) => Plan(type, types, out _);

    /// <summary>Why there is no form, where it is for the handles in it.</summary>
    public static Skipped? Obstacle(string name, TypeRef type, TypeRegistry types)
    {
        Plan(type, types, out var key);
        return key is not null && types.Handles.Find(key) is { } handle
            ? handle.HasLifetimes ? SkipReason.BorrowerInside(name, handle.ShortName) : SkipReason.NoClone(name, handle.ShortName)
            : null;
    }

    private static PlannedParameter? Plan(TypeRef type, TypeRegistry types, out string? obstacle)
    {
        obstacle = null;
        var (target, conversion) = type switch
        {
            ReferenceType { IsMutable: false, Target: SliceType slice } => (ListOf(slice), RustConversion.ReferenceToSlice),
            ReferenceType { IsMutable: false } reference => (reference.Target, RustConversion.Reference),
            PathType path when type.IsOption(out var inside) && inside is ReferenceType { IsMutable: false } reference => (
                path with { Arguments = [new TypeArgument(reference.Target is SliceType slice ? ListOf(slice) : reference.Target)] },
                reference.Target is SliceType ? RustConversion.OptionalSlice : RustConversion.OptionalReference),
            _ => (type, RustConversion.Pass),
        };
        if (!IsSendable(target, types) || types.Values.PlanGiven(target) is not { } value || value is NeverValue or HandleValue)
            return null;
        var keys = types.HandlesIn(value).ToList();
        if (keys.Count == 0)
            return null;

        // Values of several handles would have one lifetime.
        obstacle = keys.FirstOrDefault(key => types.Handles.Find(key)!.HasLifetimes);
        if (obstacle is not null)
            return null;
        var use = HandleUse.Lent;
        if (Owned(target, types).ToList() is { Count: > 0 } owned)
        {
            use = conversion is RustConversion.Pass ? HandleUse.Consumed : HandleUse.Cloned;
            obstacle = use is HandleUse.Cloned ? owned.FirstOrDefault(key => !types.Handles.IsClone(key)) : null;
            if (obstacle is not null)
                return null;
        }

        types.Send(value);
        return new PlannedParameter(new WireParameter(value) { Handles = use }, conversion)
        {
            ExplicitType = types.Bridge.Of(target, "'_"),
        };
    }

    private static PathType ListOf(SliceType slice) => new(IteratorStrategy.Vec, [new TypeArgument(slice.Element)]);

    // A reference in it can only be one to the buffer, or to the value of a handle.
    private static bool IsSendable(TypeRef type, TypeRegistry types) => type switch
    {
        ReferenceType { IsMutable: false, Lifetime: not "'static" } reference when types.Handles.Plan(reference.Target) is not null => true,
        ReferenceType => Sendable.Is(type, types),
        SliceType slice => IsSendable(slice.Element, types),
        ArrayType array => IsSendable(array.Element, types),
        TupleType tuple => tuple.Elements.All(e => IsSendable(e, types)),
        PathType path when types.Handles.Plan(path) is not null => true,
        PathType path => path.TypeArguments().All(a => IsSendable(a, types))
            && (path.Definition.Crate is "core" or "alloc" or "std" || !path.Arguments.Any(a => a is LifetimeArgument)),
        _ => true,
    };

    // The handle types of which the call has values of its own, that are no copies.
    private static IEnumerable<string> Owned(TypeRef type, TypeRegistry types)
    {
        if (type is ReferenceType || type.Is("alloc::sync::Arc") || type.Is("alloc::rc::Rc"))
            return [];
        if (type is PathType path && types.Handles.Plan(path) is { } handle)
            return types.Handles.IsCopy(path) ? [] : [handle.Key];
        if (type is DynTraitType)
            return types.Handles.Plan(type) is { } traitObject ? [traitObject.Key] : [];
        if (types.Plan(type) is { } named)
            return types.HandlesIn(named);
        IEnumerable<TypeRef> parts = type switch
        {
            SliceType slice => [slice.Element],
            ArrayType array => [array.Element],
            TupleType tuple => tuple.Elements,
            PathType generic => generic.TypeArguments(),
            _ => [],
        };
        return parts.SelectMany(part => Owned(part, types));
    }
}
