using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Parameters;
using Ferrobind.Planning.Results;
using Ferrobind.Planning.Skipping;

namespace Ferrobind.Planning.Functions;

/// <summary>What a function is in the plan, before it has names; or why it is not in it.</summary>
internal sealed record PlannedFunction(
    ImmutableArray<ParameterPlan> Parameters, ResultForm Result, ErrorPlan? Error, Skipped? Obstacle)
{
    public static PlannedFunction Failed(Skipped obstacle) => new([], new UnitResult(), null, obstacle);
}

/// <summary>Plans a free function: its parameters, its result and its error.</summary>
internal static class FunctionPlanner
{
    public static PlannedFunction Plan(FunctionSignature signature, ErrorPlanner errors)
    {
        if (Obstacle(signature) is { } obstacle)
            return PlannedFunction.Failed(obstacle);
        var types = Instantiation.Of(signature);
        if (types.Obstacle is { } generic)
            return PlannedFunction.Failed(generic);

        var forms = new List<(string Name, PlannedParameter Planned)>();
        for (var i = 0; i < types.Inputs.Length; i++)
        {
            var (name, type) = (signature.Inputs[i].Name, types.Inputs[i]);
            if (IsStaticView(type))
                return PlannedFunction.Failed(SkipReason.StaticView(name));
            if (ParameterPlanner.Plan(type) is not { } planned)
                return PlannedFunction.Failed(SkipReason.Parameter(name, RustSyntax.Of(signature.Inputs[i].Type)));
            forms.Add((name, planned));
        }

        return PlanResult(types.Output, ParameterNames.Assign(forms), errors);
    }

    private static PlannedFunction PlanResult(
        TypeRef output, ImmutableArray<ParameterPlan> parameters, ErrorPlanner errors)
    {
        if (output is PrimitiveType { Name: "never" })
            return PlannedFunction.Failed(SkipReason.Never());
        ErrorPlan? error = null;
        if (output.IsResult(out var ok, out var failure))
        {
            error = errors.Plan(failure);
            if (error is null)
                return PlannedFunction.Failed(SkipReason.Error(RustSyntax.Of(failure)));
            output = ok;
        }

        return ResultPlanner.Plan(output) is { } result
            ? new PlannedFunction(parameters, result, error, null)
            : PlannedFunction.Failed(SkipReason.Result(RustSyntax.Of(output)));
    }

    private static Skipped? Obstacle(FunctionSignature signature) => signature switch
    {
        { IsUnsafe: true } => SkipReason.Unsafe(),
        { IsAsync: true } => SkipReason.Async(),
        { IsVariadic: true } => SkipReason.CallingConvention(signature.Abi + ", ..."),
        _ => null,
    };

    private static bool IsStaticView(TypeRef type) => type switch
    {
        ReferenceType { Lifetime: "'static" } => true,
        PathType path => path.Arguments.Any(a => a is LifetimeArgument { Lifetime: "'static" })
            || path.TypeArguments().Any(IsStaticView),
        _ => false,
    };
}
