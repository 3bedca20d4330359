using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Parameters;
using Ferrobind.Planning.Results;
using Ferrobind.Planning.Skipping;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Functions;

/// <summary>What a function is in the plan, before it has names; or why it is not in it.</summary>
internal sealed record PlannedFunction(
    ImmutableArray<ParameterPlan> Parameters, ResultForm Result, ErrorPlan? Error, Skipped? Obstacle)
{
    public static PlannedFunction Failed(Skipped obstacle) => new([], new UnitResult(), null, obstacle);
}

/// <summary>Plans a function or a method: its parameters, its result and its error.</summary>
internal sealed class FunctionPlanner(TypeRegistry types, ErrorPlanner errors)
{
    private static readonly ImmutableDictionary<string, TypeRef> NoTypes = ImmutableDictionary<string, TypeRef>.Empty;

    /// <param name="given">Of a method: <c>Self</c>, and the parameters of its impl.</param>
    public PlannedFunction Plan(FunctionSignature signature, IReadOnlyDictionary<string, TypeRef>? given = null)
    {
        if (Obstacle(signature) is { } obstacle)
            return PlannedFunction.Failed(obstacle);
        var instance = Instantiation.Of(signature, given ?? NoTypes);
        if (instance.Obstacle is { } generic)
            return PlannedFunction.Failed(generic);

        var forms = new List<(string Name, PlannedParameter Planned)>();
        for (var i = 0; i < instance.Inputs.Length; i++)
        {
            var (name, type) = (signature.Inputs[i].Name, instance.Inputs[i]);
            if (IsStaticView(type))
                return PlannedFunction.Failed(SkipReason.StaticView(name));
            if (ParameterPlanner.Plan(type, types) is not { } planned)
                return PlannedFunction.Failed(SkipReason.Parameter(name, RustSyntax.Of(signature.Inputs[i].Type)));
            forms.Add((name, planned));
        }

        return PlanResult(instance.Output, ParameterNames.Assign(forms));
    }

    private PlannedFunction PlanResult(TypeRef output, ImmutableArray<ParameterPlan> parameters)
    {
        if (output is PrimitiveType { Name: "never" })
            return PlannedFunction.Failed(SkipReason.Never());
        ErrorPlan? error = null;
        if (output.IsResult(out var ok, out var failure))
        {
            // A type without a message is no error to anyone else: then the whole Result is data.
            error = errors.Plan(failure);
            if (error is not null)
                output = ok;
            else if (types.Values.Plan(output) is null)
                return PlannedFunction.Failed(SkipReason.Error(RustSyntax.Of(failure)));
        }

        var result = parameters.Any(p => p.IsInOut)
            ? types.Values.Plan(output) is { } value ? new WireResult(value) : null
            : ResultPlanner.Plan(output, types);
        // What lies in a value that the bridge made of an argument ends with the call: it is copied out.
        if (result is { MayBorrow: true } && parameters.Any(p => p.IsMade) && !IsStaticView(output))
            result = types.Values.Plan(output) is { } copied ? new WireResult(copied) : result;
        return result is not null
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
