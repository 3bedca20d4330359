using Ferrobind.Plan;

namespace Ferrobind.Planning.Parameters;

/// <summary>How one parameter crosses, before it has names.</summary>
/// <param name="IsInOut">The caller's value is replaced by what the call makes of it.</param>
internal sealed record PlannedParameter(
    ParameterForm Form, RustConversion Conversion = RustConversion.Pass, bool IsInOut = false)
{
    /// <summary>The type as the bridge writes it, where the function does not say.</summary>
    public string? ExplicitType { get; init; }
}
