using System.Runtime.InteropServices;

namespace RustPackage.Interop;

/// <summary>
/// What Rust knows a value by: where it is, and which of those that were ever there. One whose value is gone is an error for ever, so a
/// token may be used on any thread and at any time. 0 is none.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct HandleToken(ulong Value)
{
    /// <summary>There is no value.</summary>
    public bool IsNone => Value == 0;
}
