using System.Collections;
using System.Runtime.CompilerServices;

namespace Behaviour;

/// <summary>Compares by contents what .NET compares by reference.</summary>
internal static class Deep
{
    public static bool Same(object? a, object? b) => (a, b) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string, _) => a.Equals(b),
        (ITuple one, ITuple other) => one.Length == other.Length && Enumerable.Range(0, one.Length).All(i => Same(one[i], other[i])),
        (IDictionary one, IDictionary other) => one.Count == other.Count && (one is not IList || InOrder(one.Keys, other.Keys))
            && one.Keys.Cast<object>().All(key => other.Contains(key) && Same(one[key], other[key])),
        (Array one, Array other) => InOrder(one, other),
        (IEnumerable one, IEnumerable other) => SameSet([.. one.Cast<object?>()], [.. other.Cast<object?>()]),
        _ => a.Equals(b),
    };

    private static bool InOrder(ICollection one, ICollection other) =>
        one.Count == other.Count && one.Cast<object?>().Zip(other.Cast<object?>()).All(pair => Same(pair.First, pair.Second));

    private static bool SameSet(object?[] one, object?[] other) =>
        one.Length == other.Length && one.All(item => other.Any(candidate => Same(item, candidate)));
}
