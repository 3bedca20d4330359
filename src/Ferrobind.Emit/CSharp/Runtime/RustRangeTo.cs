namespace RustPackage;

/// <summary>Rust's <c>..end</c>: to before a value.</summary>
/// <param name="End">The end, which is not in the range.</param>
public readonly record struct RustRangeTo<T>(T End);
