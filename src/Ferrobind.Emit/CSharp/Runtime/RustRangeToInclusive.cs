namespace RustPackage;

/// <summary>Rust's <c>..=end</c>: to a value.</summary>
/// <param name="End">The last value.</param>
public readonly record struct RustRangeToInclusive<T>(T End);
