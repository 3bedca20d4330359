using Ferrobind.Emit.C;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// A C function around an export that writes what it returns to where it is told. For a C function that returns
/// something, cgo has to ask twice where the stack of Go is, which costs more than the call itself.
/// </summary>
/// <remarks>
/// Cgo would look for Go's pointers in memory that may have some, so the result is words to Go until it is there. Go
/// does not adjust words when its stack moves, so there must be no pointer to the stack among them: no scratch block, and
/// no result that lies in an argument.
/// </remarks>
internal static class CallStub
{
    public static bool IsNeeded(ExportPlan export) =>
        !export.UsesScratch && !export.BorrowsFromArguments && export.Result is not UnitResult
        && export.Parameters.Any(p => p.Form.IsMemory);

    /// <summary>The C function that Go calls.</summary>
    public static string Callee(ExportPlan export) => IsNeeded(export) ? $"go_{export.Symbol}" : export.Symbol;

    public static string Definition(BridgePlan plan, ExportPlan export)
    {
        var type = CTypeName.Of(plan, export.Result);
        var parameters = string.Join(", ", CPrototype.Parameters(plan, export).Add("uint64_t *fb_result"));
        var arguments = string.Join(", ", export.Parameters.SelectMany(p => Names(p.CName, p.Form)));
        return $$"""
            static inline void {{Callee(export)}}({{parameters}}) {
            	*({{type}} *)fb_result = {{export.Symbol}}({{arguments}});
            }
            """;
    }

    private static IEnumerable<string> Names(string name, ParameterForm form) => form switch
    {
        OptionalParameter optional => [.. Names(name, optional.Inner), $"{name}_some"],
        _ => form.IsMemory ? [name, $"{name}_len"] : [name],
    };
}
