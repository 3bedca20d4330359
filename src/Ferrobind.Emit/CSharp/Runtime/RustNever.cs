namespace RustPackage;

/// <summary>Rust's <c>!</c> or <c>Infallible</c>: a type that has no values.</summary>
public sealed class RustNever
{
    private RustNever()
    {
    }
}
