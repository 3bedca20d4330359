using System;

namespace RustPackage;

/// <summary>
/// An object whose value is Rust's was used in a way that Rust's rules forbid; nothing has happened. One that is disposed is an
/// <see cref="ObjectDisposedException"/>.
/// </summary>
public sealed class RustHandleException : InvalidOperationException
{
    /// <summary>Misuse without a message.</summary>
    public RustHandleException()
    {
    }

    /// <summary>Misuse with its message.</summary>
    public RustHandleException(string message)
        : base(message)
    {
    }

    /// <summary>Misuse with its message and the exception that led to it.</summary>
    public RustHandleException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Misuse with its message and its reason.</summary>
    public RustHandleException(string message, RustHandleReason reason)
        : base(message)
    {
        Reason = reason;
    }

    /// <summary>Why the object could not be used.</summary>
    public RustHandleReason Reason { get; }
}
