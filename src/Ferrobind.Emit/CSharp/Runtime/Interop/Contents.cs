using System;
using System.Collections.Generic;
using System.Linq;

namespace RustPackage.Interop;

/// <summary>Compares collections by their contents, as the equality of values that have some needs it.</summary>
internal static class Contents
{
    public static bool Same<T>(T[]? left, T[]? right) =>
        left is null || right is null ? left == right : left.AsSpan().SequenceEqual(right, null);

    public static bool Same<T>(T[]? left, T[]? right, Func<T, T, bool> same)
    {
        if (left is null || right is null || left.Length != right.Length)
            return left == right;
        for (var i = 0; i < left.Length; i++)
        {
            if (!same(left[i], right[i]))
                return false;
        }

        return true;
    }

    public static bool Same<T>(HashSet<T>? left, HashSet<T>? right) =>
        left is null || right is null ? left == right : left.SetEquals(right);

    public static bool Same<TKey, TValue>(
        Dictionary<TKey, TValue>? left, Dictionary<TKey, TValue>? right, Func<TValue, TValue, bool> same)
        where TKey : notnull
        => left is null || right is null
            ? left == right
            : left.Count == right.Count
                && left.All(entry => right.TryGetValue(entry.Key, out var value) && same(entry.Value, value));

    public static bool Same<TKey, TValue>(
        OrderedDictionary<TKey, TValue>? left, OrderedDictionary<TKey, TValue>? right, Func<TValue, TValue, bool> same)
        where TKey : notnull
        => left is null || right is null
            ? left == right
            : left.Count == right.Count
                && left.Zip(right).All(pair =>
                    EqualityComparer<TKey>.Default.Equals(pair.First.Key, pair.Second.Key)
                    && same(pair.First.Value, pair.Second.Value));

    public static bool Same<T>(T? left, T? right, Func<T, T, bool> same)
        where T : struct
        => left is { } first && right is { } second ? same(first, second) : left.HasValue == right.HasValue;

    public static int Hash<T>(T[]? values)
    {
        var hash = new HashCode();
        foreach (var value in values.AsSpan())
            hash.Add(value);
        return hash.ToHashCode();
    }
}
