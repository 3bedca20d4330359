using System.Collections.Immutable;

namespace Ferrobind.Plan;

/// <summary>What an export does with a variant of an enum that stays in Rust.</summary>
/// <param name="RustName">The variant.</param>
/// <param name="Fields">Its fields, in order; those of a tuple are named by position.</param>
public sealed record VariantAccess(string RustName, FieldStyle Style, ImmutableArray<VariantField> Fields, VariantUse Use);

/// <summary>A field of a variant.</summary>
/// <param name="IsBoxed">It is in a <c>Box</c>, out of which it is looked at and taken.</param>
public sealed record VariantField(string RustName, bool IsBoxed);

/// <summary>What is done with a variant.</summary>
public enum VariantUse
{
    /// <summary>Says whether a value is one.</summary>
    Test,

    /// <summary>Lends what a value has, if it is one.</summary>
    Look,

    /// <summary>Takes what a value has, if it is one; the value is gone.</summary>
    Take,

    /// <summary>Makes one.</summary>
    Make,
}
