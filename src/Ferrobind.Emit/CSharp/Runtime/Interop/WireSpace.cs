using System.Runtime.CompilerServices;

namespace RustPackage.Interop;

/// <summary>256 bytes on the stack, for a small value on its way to Rust; an inline array for the reasons of <see cref="Scratch"/>.</summary>
[InlineArray(32)]
internal struct WireSpace
{
    private ulong _word;
}
