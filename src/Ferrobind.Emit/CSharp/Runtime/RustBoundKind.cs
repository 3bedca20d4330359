namespace RustPackage;

/// <summary>The kinds of <see cref="RustBound{T}"/>.</summary>
public enum RustBoundKind
{
    /// <summary>No end.</summary>
    Unbounded,

    /// <summary>The value is the last, or the first.</summary>
    Included,

    /// <summary>The value is not in the range any more, or not yet.</summary>
    Excluded,
}
