namespace RustPackage;

/// <summary>Rust's <c>()</c>, a value that says nothing, where a type has to stand: inside of a tuple or a result.</summary>
public readonly record struct RustUnit;
