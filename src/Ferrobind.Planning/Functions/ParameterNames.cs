using System.Collections.Immutable;
using System.Globalization;
using Ferrobind.Plan;
using Ferrobind.Planning.Naming;
using Ferrobind.Planning.Parameters;

namespace Ferrobind.Planning.Functions;

/// <summary>Names a function's parameters in each language: unique, no keyword, and none like another's parts.</summary>
internal static class ParameterNames
{
    public static ImmutableArray<ParameterPlan> Assign(IEnumerable<(string Name, PlannedParameter Planned)> parameters)
    {
        var c = new NameTable([]);
        var go = new NameTable([]);
        var csharp = new NameTable([]);
        return
        [
            .. parameters.Select((parameter, index) =>
            {
                // A pattern has no name in Rust either.
                var name = parameter.Name.Trim('_').Length == 0
                    ? string.Create(CultureInfo.InvariantCulture, $"arg{index}")
                    : parameter.Name;
                return new ParameterPlan(
                    name,
                    c.Take(CNames.Parameter(name), taken => [$"{taken}_len", $"{taken}_some", $"{taken}_context"]),
                    go.Take(GoNames.Parameter(name)),
                    csharp.Take(CSharpNames.Parameter(name)),
                    parameter.Planned.Form,
                    parameter.Planned.Conversion)
                {
                    IsInOut = parameter.Planned.IsInOut,
                    ExplicitType = parameter.Planned.ExplicitType,
                };
            }),
        ];
    }
}
