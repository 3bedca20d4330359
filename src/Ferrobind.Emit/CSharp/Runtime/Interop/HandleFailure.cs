using System;

namespace RustPackage.Interop;

/// <summary>The failures that only calls with handles have.</summary>
internal partial struct Failure
{
    private const uint ClosedKind = 4;
    private const uint InUseKind = 5;
    private const uint PoisonedKind = 6;
    private const uint ThreadKind = 7;
    private const uint ReadOnlyKind = 8;

    static partial void OfHandle(uint kind, string message, string typeName, ref Exception? exception) => exception = kind switch
    {
        ClosedKind => new ObjectDisposedException(typeName.Length == 0 ? null : typeName, message),
        InUseKind => new RustHandleException(message, RustHandleReason.InUse),
        PoisonedKind => new RustHandleException(message, RustHandleReason.Poisoned),
        ThreadKind => new RustHandleException(message, RustHandleReason.WrongThread),
        ReadOnlyKind => new RustHandleException(message, RustHandleReason.ReadOnly),
        _ => null,
    };
}
