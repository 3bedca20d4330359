using System;
using System.Diagnostics.CodeAnalysis;

namespace RustPackage;

/// <summary>A value or an error, as data: Rust's <c>Result</c> inside of something else.</summary>
public readonly record struct RustResult<TOk, TError>
{
    private readonly TOk _value;
    private readonly TError _error;

    private RustResult(bool isOk, TOk value, TError error)
    {
        IsOk = isOk;
        _value = value;
        _error = error;
    }

    /// <summary>Whether it is a value.</summary>
    public bool IsOk { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It is an error.</exception>
    public TOk Value
    {
        get
        {
            if (!IsOk)
                ThrowError();
            return _value;
        }
    }

    /// <summary>The error.</summary>
    /// <exception cref="InvalidOperationException">It is a value.</exception>
    public TError Error
    {
        get
        {
            if (IsOk)
                ThrowNoError();
            return _error;
        }
    }

    /// <summary>A value.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Neither type could be inferred from one argument.")]
    public static RustResult<TOk, TError> Ok(TOk value) => new(true, value, default!);

    /// <summary>An error.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Neither type could be inferred from one argument.")]
    public static RustResult<TOk, TError> Err(TError error) => new(false, default!, error);

    /// <summary>The value or the error.</summary>
    /// <returns>Whether it is a value.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out TOk value, [MaybeNullWhen(true)] out TError error)
    {
        value = _value;
        error = _error;
        return IsOk;
    }

    /// <summary>What one of the functions makes of the value or the error.</summary>
    public TResult Match<TResult>(Func<TOk, TResult> onOk, Func<TError, TResult> onError)
    {
        ArgumentNullException.ThrowIfNull(onOk);
        ArgumentNullException.ThrowIfNull(onError);
        return IsOk ? onOk(_value) : onError(_error);
    }

    /// <summary>The value or the error, as Rust writes it.</summary>
    public override string ToString() => IsOk ? $"Ok({_value})" : $"Err({_error})";

    // Apart, so that what does not throw is inlined.
    [DoesNotReturn]
    private void ThrowError() => throw new InvalidOperationException($"The result is an error: {_error}");

    [DoesNotReturn]
    private static void ThrowNoError() => throw new InvalidOperationException("The result is no error.");
}
