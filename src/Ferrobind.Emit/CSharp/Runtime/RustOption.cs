using System;

namespace RustPackage;

/// <summary>Perhaps a value, where that may be null itself: Rust's <c>Option</c> of an <c>Option</c>.</summary>
public readonly record struct RustOption<T>
{
    private readonly T _value;

    /// <summary>A value. None is the default.</summary>
    public RustOption(T value)
    {
        _value = value;
        IsSome = true;
    }

    /// <summary>Whether there is a value.</summary>
    public bool IsSome { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Value => IsSome ? _value : throw new InvalidOperationException("There is no value.");

    /// <summary>The value, or the default of its type.</summary>
    public T? GetValueOrDefault() => _value;
}
