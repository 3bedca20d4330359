using System.Collections.Immutable;

namespace Ferrobind.Plan;

/// <summary>One export of the library, and the function that wraps it in each language.</summary>
/// <param name="Symbol">The symbol: <c>fb_strsim_hamming</c>.</param>
/// <param name="RustPath">The public path of what it reaches: <c>strsim::hamming</c>.</param>
/// <param name="Target">What is at that path.</param>
/// <param name="CSharpClass">The static class it belongs to; names a <see cref="ModulePlan"/>.</param>
/// <param name="GoName">The Go function: <c>Hamming</c>.</param>
/// <param name="CSharpName">The C# method: <c>Hamming</c>.</param>
/// <param name="Parameters">The parameters in Rust's order.</param>
/// <param name="Result">How the value comes back (inside of <c>Ok</c>, where there is an error).</param>
/// <param name="Error">The error, where Rust returns <c>Result</c>; else null.</param>
public sealed record ExportPlan(
    string Symbol,
    string RustPath,
    ExportTarget Target,
    string CSharpClass,
    string GoName,
    string CSharpName,
    Documentation Docs,
    ImmutableArray<ParameterPlan> Parameters,
    ResultForm Result,
    ErrorPlan? Error)
{
    /// <summary>
    /// The export takes a scratch block, into which a small owned result or an error is written: one crossing and
    /// no allocation on the Rust side, instead of two and one.
    /// </summary>
    public bool UsesScratch => Error is not null || Result.IsOwnedMemory;

    /// <summary>The result may point into an argument, which must therefore stay alive until it is copied.</summary>
    public bool BorrowsFromArguments => Result.MayBorrow && Parameters.Any(p => p.Form.IsMemory);
}

/// <summary>What an export reaches.</summary>
public enum ExportTarget
{
    /// <summary>It calls the function.</summary>
    Function,

    /// <summary>It reads the constant or the immutable static; there are no parameters.</summary>
    Value,
}

/// <summary>One parameter, in the terms of each language; names are unique in their function and no keywords.</summary>
/// <param name="RustName">Used in messages: as the crate's author named it.</param>
/// <param name="CName">The parameter in C and in the bridge; the parts of one have suffixes: <c>text_len</c>.</param>
/// <param name="Form">How it crosses.</param>
/// <param name="Conversion">How the bridge makes the crate's own type of it.</param>
public sealed record ParameterPlan(
    string RustName, string CName, string GoName, string CSharpName, ParameterForm Form, RustConversion Conversion);

/// <summary>
/// From what crosses (a scalar, <c>&amp;str</c>, <c>&amp;[T]</c>, or an <c>Option</c> of one) to what the Rust function takes.
/// </summary>
public enum RustConversion
{
    /// <summary>As it is; a type parameter bound by <c>AsRef</c> or <c>Into</c> takes it as it is, too.</summary>
    Pass,

    /// <summary><c>.into()</c>: <c>String</c>, <c>Box&lt;str&gt;</c>, <c>Cow</c>, <c>Vec&lt;T&gt;</c>, <c>Arc&lt;[T]&gt;</c> … (mapped inside an <c>Option</c>).</summary>
    Into,

    /// <summary>A reference to it: <c>&amp;T where T: AsRef&lt;str&gt;</c>, <c>&amp;u32</c>.</summary>
    Reference,

    /// <summary>A reference to an owned copy of a text or a slice: <c>&amp;String</c>, <c>&amp;Vec&lt;T&gt;</c>.</summary>
    ReferenceToOwned,
}

/// <summary>Documentation of an item.</summary>
/// <param name="Markdown">Rust's own text, Markdown; null where there is none.</param>
/// <param name="Deprecated">What replaces it or why, where the item is deprecated; empty where Rust says nothing.</param>
public sealed record Documentation(string? Markdown, string? Deprecated)
{
    public static Documentation None { get; } = new(null, null);
}

/// <summary>The <c>E</c> of a <c>Result</c>.</summary>
/// <param name="RustType">The type, for documentation: <c>strsim::StrSimError</c>.</param>
/// <param name="GoName">The Go error type, <c>StrSimError</c>; null: the package's general <c>Error</c>.</param>
/// <param name="CSharpName">The C# exception, <c>StrSimException</c>; null: the general <c>RustException</c>.</param>
public sealed record ErrorPlan(string RustType, string? GoName, string? CSharpName, Documentation Docs);
