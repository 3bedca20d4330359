using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Where the methods of an export stand, and in what form.</summary>
/// <param name="Modifiers">Before the result's type: <c>public static</c>.</param>
/// <param name="Receiver">
/// What the first parameter is called where it is no parameter in C#: <c>this</c>, or <c>self</c> in an extension; else null.
/// </param>
/// <param name="Call">What a call of a method stands behind: <c>self.</c> in an extension; empty where it needs nothing.</param>
internal sealed record FunctionPlace(TypeScope Scope, string Modifiers, string? Receiver = null, string Call = "")
{
    /// <summary>The operator, <c>+</c>, that the export is; null for a method.</summary>
    public string? Operator { get; init; }

    /// <summary>The name, where it is not the plan's.</summary>
    public string? Name { get; init; }

    /// <summary>The class of which a reference receiver gets new values, property by property; else it is assigned as a whole.</summary>
    public RecordPlan? Assigned { get; init; }

    /// <summary>The receiver's type in an extension, whose methods a <c>cref</c> finds as static ones; else null.</summary>
    public string? ExtendedType { get; init; }

    /// <summary>Of what kind the members are.</summary>
    public MemberKind Kind { get; init; }

    /// <summary>The result's type, where it is not that of the plan's form.</summary>
    public string? Result { get; init; }

    /// <summary>What is made of the value, where it is not returned as it is.</summary>
    public Func<string, string>? Lift { get; init; }

    /// <summary>An attribute before the head.</summary>
    public string? Attribute { get; init; }

    /// <summary>What the method returns where its last argument is null; else null is refused.</summary>
    public string? WhenNull { get; init; }

    /// <summary>The parameters that there are in C#.</summary>
    public IEnumerable<ParameterPlan> Parameters(ExportPlan export) => export.Parameters.Skip(Receiver is null ? 0 : 1);
}
