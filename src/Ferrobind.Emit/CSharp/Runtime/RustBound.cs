using System;
using System.Diagnostics.CodeAnalysis;

namespace RustPackage;

/// <summary>One end of a range: Rust's <c>Bound</c>. The default is no bound.</summary>
public readonly record struct RustBound<T>
{
    private readonly T _value;

    private RustBound(RustBoundKind kind, T value)
    {
        Kind = kind;
        _value = value;
    }

    /// <summary>Whether the value itself is inside, outside, or no end at all.</summary>
    public RustBoundKind Kind { get; }

    /// <summary>Where the range ends.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public T Value => Kind != RustBoundKind.Unbounded ? _value : throw new InvalidOperationException("There is no bound.");

    /// <summary>The range ends with the value.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Beside Unbounded, which has no argument to infer the type from.")]
    public static RustBound<T> Included(T value) => new(RustBoundKind.Included, value);

    /// <summary>The range ends before the value, or begins behind it.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Beside Unbounded, which has no argument to infer the type from.")]
    public static RustBound<T> Excluded(T value) => new(RustBoundKind.Excluded, value);

    /// <summary>The range has no end on this side.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "There is no argument to infer the type from.")]
    public static RustBound<T> Unbounded => default;
}
