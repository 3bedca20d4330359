using System;

namespace RustPackage.Interop;

/// <summary>Makes the exception of an error.</summary>
/// <param name="message">What the error displays.</param>
/// <param name="payload">Of an error that is data: its value on the wire.</param>
/// <param name="source">The error that led to it; null if there is none.</param>
internal delegate Exception ErrorFactory(string message, ReadOnlySpan<byte> payload, Exception? source);
