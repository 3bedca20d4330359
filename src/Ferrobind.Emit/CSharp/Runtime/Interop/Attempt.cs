using System.Runtime.InteropServices;

namespace RustPackage.Interop;

/// <summary>What a direct call returns: a scalar, where it is <see cref="Some"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Attempt<T>
    where T : unmanaged
{
    public T Value;

    /// <summary>0: there is a value. 1: nothing has happened, and the ordinary call says why. 2: there is no value.</summary>
    public nuint State;

    public readonly bool IsDone => State != 1;

    public readonly bool Some => State == 0;

    public readonly T? ToNullable() => Some ? Value : null;
}
