using System;

namespace RustPackage;

/// <summary>Rust panicked: a mistake in the Rust code, or a call that its documentation forbids.</summary>
public sealed class RustPanicException : Exception
{
    /// <summary>A panic without a message.</summary>
    public RustPanicException()
    {
    }

    /// <summary>A panic with its message.</summary>
    public RustPanicException(string message)
        : base(message)
    {
    }

    /// <summary>A panic with its message and the exception that led to it.</summary>
    public RustPanicException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A panic with its message and its place in the Rust source.</summary>
    public RustPanicException(string message, string? rustLocation)
        : base(message)
    {
        RustLocation = rustLocation;
    }

    /// <summary>Where Rust panicked, <c>src/lib.rs:10:5</c>; null where it is not known.</summary>
    public string? RustLocation { get; }
}
