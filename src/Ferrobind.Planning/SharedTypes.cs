using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Planning;

/// <summary>
/// The types that several crates of a library offer: re-exported by one, defined by another. For Rust they are one type, which crosses in
/// one way; so where a later crate would have it otherwise, it does not have it.
/// </summary>
internal static class SharedTypes
{
    /// <summary>The types of a crate that earlier ones have in the same way.</summary>
    public static IEnumerable<SharedType> Of(IReadOnlyList<BridgePlan> earlier, BridgePlan plan) =>
        Common(earlier, plan).Where(pair => AreSame(earlier[pair.Owner], pair.Theirs, plan, pair.Own))
            .Select(pair => new SharedType(earlier.Count, pair.Own.Key, pair.Owner, pair.Theirs.Key));

    /// <summary>Those that an earlier one has in another way: the key, and the crate.</summary>
    public static ImmutableDictionary<string, string> BoundOtherwise(IReadOnlyList<BridgePlan> earlier, BridgePlan plan) =>
        Common(earlier, plan).Where(pair => !AreSame(earlier[pair.Owner], pair.Theirs, plan, pair.Own))
            .ToImmutableDictionary(pair => pair.Own.Key, pair => earlier[pair.Owner].Package.CrateName, StringComparer.Ordinal);

    private static IEnumerable<(TypePlan Own, int Owner, TypePlan Theirs)> Common(IReadOnlyList<BridgePlan> earlier, BridgePlan plan)
    {
        foreach (var own in All(plan))
        {
            // The first is the one that owns it: a second that has it has its from there.
            for (var owner = 0; owner < earlier.Count; owner++)
            {
                if (All(earlier[owner]).FirstOrDefault(type => type.Identity == own.Identity) is not { } theirs)
                    continue;
                yield return (own, owner, theirs);
                break;
            }
        }
    }

    private static IEnumerable<TypePlan> All(BridgePlan plan) => plan.Types.Concat(plan.Handles);

    // One definition, so what can differ is which of the types inside are data, and what follows from that.
    private static bool AreSame(BridgePlan left, TypePlan one, BridgePlan right, TypePlan other) =>
        one.GetType() == other.GetType()
        && (one as RecordPlan)?.Layout == (other as RecordPlan)?.Layout
        && (one is HandlePlan || DataParts.Of(one).SelectMany(part => Inside(left, part)).SequenceEqual(DataParts.Of(other).SelectMany(part => Inside(right, part))));

    private static IEnumerable<(Type Kind, string? Identity)> Inside(BridgePlan plan, DataType value) =>
    [
        (value.GetType(), value switch
        {
            NamedValue named => plan.Type(named.Key).Identity,
            HandleValue handle => plan.Type(handle.Key).Identity,
            _ => null,
        }),
        .. DataParts.Of(value).SelectMany(part => Inside(plan, part)),
    ];
}
