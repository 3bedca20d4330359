using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>What a function looks like to its caller.</summary>
/// <param name="Receiver">The receiver's name; empty where there is none.</param>
/// <param name="ReceiverType">The receiver's type.</param>
internal sealed record FunctionSignature(
    string Receiver, string ReceiverType, ImmutableArray<(string Name, string Type)> Parameters, ImmutableArray<string> Results)
{
    public string ParametersAndResults => $"({ParameterList.Of(Parameters)})" + Results.Length switch
    {
        0 => "",
        1 => " " + Results[0],
        _ => $" ({string.Join(", ", Results)})",
    };

    public static FunctionSignature Of(GoPackage package, ExportPlan plan)
    {
        var export = package.Named(plan);
        var results = ResultLifting.Of(package, plan).Types;
        var parameters = export.Parameters
            .Select(p => (LocalNames.Parameter(p), ParameterLowering.TypeOf(package, p))).ToImmutableArray();
        if (export.Error is not null)
            results = results.Add("error");
        return export is { Owner: not null, HasReceiver: true }
            ? new(parameters[0].Item1, parameters[0].Item2, parameters[1..], results)
            : new("", "", parameters, results);
    }
}
