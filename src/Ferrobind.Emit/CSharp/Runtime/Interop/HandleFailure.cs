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

    // The message is "is a Counter that was closed".
    static partial void OfHandle(uint kind, string message, string parameter, ref Exception? exception)
    {
        var sentence = parameter is "" or "self" ? $"The object {message}." : $"The argument {CSharpName(parameter)} {message}.";
        exception = kind switch
        {
            ClosedKind => new ObjectDisposedException(TypeName(message), sentence),
            InUseKind => new RustHandleException(sentence, RustHandleReason.InUse),
            PoisonedKind => new RustHandleException(sentence, RustHandleReason.Poisoned),
            ThreadKind => new RustHandleException(sentence, RustHandleReason.WrongThread),
            ReadOnlyKind => new RustHandleException(sentence, RustHandleReason.ReadOnly),
            _ => null,
        };
    }

    private static string? TypeName(string message) => message.Split(' ') is ["is" or "has", "a" or "an", var name, ..] ? name : null;
}
