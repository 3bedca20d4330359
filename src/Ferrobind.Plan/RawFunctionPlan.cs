using System.Collections.Immutable;

namespace Ferrobind.Plan;

/// <summary>
/// A function of the crate that already speaks C. It is declared and called under its own symbol, as it is; the
/// names of its raw wrappers say that they are unsafe.
/// </summary>
/// <param name="Symbol">The crate's own symbol.</param>
/// <param name="GoName">The raw Go function: <c>UnsafeGreet</c>.</param>
/// <param name="CSharpName">The raw C# method: <c>UnsafeGreet</c>.</param>
/// <param name="Text">The overload that takes text for each <c>*const c_char</c>; null where there is none.</param>
public sealed record RawFunctionPlan(
    string Symbol, string RustPath, string CSharpClass, string GoName, string CSharpName, Documentation Docs,
    ImmutableArray<RawParameterPlan> Parameters, CType Result, TextOverload? Text);

/// <summary>One parameter of a C function.</summary>
public sealed record RawParameterPlan(string CName, string GoName, string CSharpName, CType Type);

/// <summary>The safe-looking overload of a C function: text instead of C strings, everything else by value.</summary>
public sealed record TextOverload(string GoName, string CSharpName);

/// <summary>A type in a C signature. The set of derived records is closed.</summary>
public abstract record CType;

/// <summary><c>void</c>, as a result or behind a pointer.</summary>
public sealed record CVoid : CType;

/// <summary>A scalar; never <c>char</c> nor 128-bit.</summary>
public sealed record CScalar(ScalarKind Kind) : CType;

/// <summary>A C string's character, <c>char</c>.</summary>
public sealed record CChar : CType;

/// <summary>A pointer.</summary>
public sealed record CPointer(bool IsMutable, CType Target) : CType;
