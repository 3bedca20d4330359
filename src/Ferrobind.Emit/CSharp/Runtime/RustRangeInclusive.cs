namespace RustPackage;

/// <summary>Rust's <c>start..=end</c>: from one value to another.</summary>
/// <param name="Start">The first value.</param>
/// <param name="End">The last value.</param>
public readonly record struct RustRangeInclusive<T>(T Start, T End);
