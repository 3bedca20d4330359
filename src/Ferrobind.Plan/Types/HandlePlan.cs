namespace Ferrobind.Plan;

/// <summary>A type that is not data: the value stays in Rust, and the other side holds a handle. docs/handles.md.</summary>
/// <param name="StaticType">The type with every lifetime <c>'static</c>, as the cell has it: <c>::regex::Matches&lt;'static, 'static&gt;</c>.</param>
/// <param name="TypeAt">The type with every lifetime <c>'a</c>: <c>::regex::Matches&lt;'a, 'a&gt;</c>.</param>
public sealed record HandlePlan(
    string Key, string RustType, string RustPath, string CName, string GoName, string CSharpName, Documentation Docs,
    string StaticType, string TypeAt)
    : TypePlan(Key, RustType, RustPath, CName, GoName, CSharpName, Docs)
{
    /// <summary>It has lifetime parameters: a value of it borrows from something.</summary>
    public bool HasLifetimes => StaticType != TypeAt;

    /// <summary>Some export takes it as an <c>Arc</c>: it is one from the start, so that it never has to move into one.</summary>
    public bool IsShared { get; init; }

    /// <summary>Some export makes one of texts or slices, which it may hold: it may be as large.</summary>
    public bool IsMadeOfViews { get; init; }

    /// <summary>
    /// A value that borrows for longer is none that borrows for less: <c>Cell&lt;&amp;'a str></c>. What it is, is the compiler's to say: it is asked for the other one
    /// if it refuses the first.
    /// </summary>
    public bool IsInvariant { get; init; }

    /// <summary>It has no size of its own: a trait object, or a struct that ends in a slice. It is held by a pointer, and never a value by itself.</summary>
    public bool IsDyn { get; init; }

    /// <summary>What messages call it: <c>Matches</c>.</summary>
    public required string ShortName { get; init; }
}
