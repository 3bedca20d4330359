using System;
using System.Diagnostics.CodeAnalysis;

namespace RustPackage.Interop;

/// <summary>Spares the collector objects that have nothing left to release.</summary>
internal static class Finalization
{
    /// <summary>A call has taken the object's value.</summary>
    [SuppressMessage("Usage", "CA1816", Justification = "The object is as good as disposed.")]
    public static void Skip(object handle) => GC.SuppressFinalize(handle);
}
