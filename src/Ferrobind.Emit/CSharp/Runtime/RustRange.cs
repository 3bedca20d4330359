namespace RustPackage;

/// <summary>Rust's <c>start..end</c>: from one value to before another.</summary>
/// <param name="Start">The first value.</param>
/// <param name="End">The end, which is not in the range.</param>
public readonly record struct RustRange<T>(T Start, T End);
