namespace RustPackage;

/// <summary>Why an object could not be used: the reasons of a <see cref="RustHandleException"/>.</summary>
public enum RustHandleReason
{
    /// <summary>No reason was given.</summary>
    Unknown,

    /// <summary>
    /// Something else uses it: a call that changes it, an object that borrows from it, or, where this call would change it, any call.
    /// </summary>
    InUse,

    /// <summary>A call that could change it panicked, and nobody knows what it is like. It can only be disposed.</summary>
    Poisoned,

    /// <summary>It belongs to the thread that made it.</summary>
    WrongThread,

    /// <summary>It is borrowed, so it cannot be changed or consumed.</summary>
    ReadOnly,
}
