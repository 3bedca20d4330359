namespace Ferrobind.Plan;

/// <summary>A constant whose value is known when the code is written.</summary>
/// <param name="CSharpClass">The static class it belongs to; names a <see cref="ModulePlan"/>.</param>
public sealed record ConstantPlan(
    string RustPath, string CSharpClass, string GoName, string CSharpName, Documentation Docs, ConstantValue Value)
{
    /// <summary>Of an associated constant: the key of the type that it belongs to; it is a member of it in C#.</summary>
    public string? Owner { get; init; }
}

/// <summary>A constant's value. The set of derived records is closed.</summary>
public abstract record ConstantValue;

/// <summary>
/// A scalar: decimal digits for integers, <c>true</c>/<c>false</c>, the code point in decimal for <c>char</c>, and for floats the
/// shortest decimal that reads back the same, or <c>NaN</c>, <c>inf</c>, <c>-inf</c>.
/// </summary>
public sealed record ScalarConstant(ScalarKind Kind, string Text) : ConstantValue;

/// <summary>A text, unescaped.</summary>
public sealed record TextConstant(string Text) : ConstantValue;
