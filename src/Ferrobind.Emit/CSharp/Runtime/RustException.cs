using System;

namespace RustPackage;

/// <summary>Rust returned an error, an <c>Err</c>. The message is the one that the error displays.</summary>
public class RustException : Exception
{
    /// <summary>An error without a message.</summary>
    public RustException()
    {
    }

    /// <summary>An error with its message.</summary>
    public RustException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its message and the exception that led to it.</summary>
    public RustException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
