using System.Runtime.CompilerServices;

namespace RustPackage.Interop;

/// <summary>
/// 128 bytes on the stack into which Rust writes a small result, or an error: nothing to release, no second call.
/// An inline array, not a <c>fixed</c> buffer: that would cost a check of the stack in every method.
/// </summary>
[InlineArray(16)]
internal struct Scratch
{
    private ulong _word;
}
