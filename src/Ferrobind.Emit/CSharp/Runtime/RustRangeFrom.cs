namespace RustPackage;

/// <summary>Rust's <c>start..</c>: from one value on.</summary>
/// <param name="Start">The first value.</param>
public readonly record struct RustRangeFrom<T>(T Start);
