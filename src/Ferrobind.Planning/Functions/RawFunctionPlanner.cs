using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Naming;
using Ferrobind.Planning.Skipping;

namespace Ferrobind.Planning.Functions;

/// <summary>A C function of the crate before it has names; or why it cannot be bound.</summary>
internal sealed record PlannedRawFunction(
    string Symbol, ImmutableArray<RawParameterPlan> Parameters, CType Result, bool HasTextOverload, Skipped? Obstacle);

/// <summary>Plans a function that the crate itself exports to C.</summary>
internal static class RawFunctionPlanner
{
    /// <summary>Whether the function has a symbol of its own that speaks C.</summary>
    public static bool IsC(FunctionSignature signature) =>
        signature.Abi is "C" or "C-unwind" or "system" && (signature.IsNoMangle || signature.ExportName is not null);

    public static PlannedRawFunction Plan(string name, FunctionSignature signature)
    {
        var symbol = signature.ExportName ?? name;
        if (signature.IsVariadic)
            return Failed(symbol, SkipReason.CallingConvention(signature.Abi + ", ..."));
        var names = new NameTable([]);
        var go = new NameTable([]);
        var csharp = new NameTable([]);
        var parameters = ImmutableArray.CreateBuilder<RawParameterPlan>(signature.Inputs.Length);
        foreach (var input in signature.Inputs)
        {
            if (CTypes.Of(input.Type) is not { } type)
                return Failed(symbol, SkipReason.CSignature(RustSyntax.Of(input.Type)));
            var plain = input.Name.Trim('_').Length == 0 ? "arg" : input.Name;
            parameters.Add(new RawParameterPlan(
                names.Take(CNames.Parameter(plain)), go.Take(GoNames.Parameter(plain)),
                csharp.Take(CSharpNames.Parameter(plain)), type));
        }

        var result = signature.Output.IsUnit() ? new CVoid() : CTypes.Of(signature.Output);
        if (result is null)
            return Failed(symbol, SkipReason.CSignature(RustSyntax.Of(signature.Output)));
        return new PlannedRawFunction(
            symbol, parameters.ToImmutable(), result, HasTextOverload(parameters, result, signature.IsUnsafe), null);
    }

    // Text for each C string, the rest by value. A pointer that comes back has an owner that nobody can tell.
    private static bool HasTextOverload(IReadOnlyCollection<RawParameterPlan> parameters, CType result, bool isUnsafe) =>
        result is CVoid or CScalar
        && parameters.All(p => p.Type is CScalar or CPointer { IsMutable: false, Target: CChar })
        && (!isUnsafe || parameters.Any(p => p.Type is CPointer));

    private static PlannedRawFunction Failed(string symbol, Skipped obstacle) =>
        new(symbol, [], new CVoid(), false, obstacle);
}
