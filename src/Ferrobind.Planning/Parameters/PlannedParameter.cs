using Ferrobind.Plan;

namespace Ferrobind.Planning.Parameters;

/// <summary>How one parameter crosses, before it has names.</summary>
internal sealed record PlannedParameter(ParameterForm Form, RustConversion Conversion = RustConversion.Pass);
