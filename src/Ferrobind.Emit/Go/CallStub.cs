using System.Collections.Immutable;
using Ferrobind.Emit.C;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// A C function around an export that writes what it returns to where it is told. For a C function that returns
/// something, cgo has to ask twice where the stack of Go is, which costs more than the call itself.
/// </summary>
/// <remarks>
/// Cgo would look for Go's pointers in memory that may have some, so where the result goes is a pointer to words for it.
/// For Go it is what it is: a variable on the stack, whose pointers into the stack (to the scratch block, or to an
/// argument) are adjusted when the stack moves.
/// </remarks>
internal static class CallStub
{
    public static bool IsNeeded(ExportPlan export) => HasPointers(export) || export.Closures.Any();

    /// <summary>What is told of it to cgo: it takes pointers to Go's memory, and neither keeps them nor calls Go.</summary>
    public static bool IsSimple(ExportPlan export) => HasPointers(export) && !export.Closures.Any();

    /// <summary>It takes pointers to Go's memory.</summary>
    public static bool HasPointers(ExportPlan export) => export.UsesScratch || export.Parameters.Any(p => p.Form.IsMemory);

    /// <summary>The C function that Go calls.</summary>
    public static string Callee(ExportPlan export) => IsNeeded(export) ? $"go_{export.Symbol}" : export.Symbol;

    public static string Definition(BridgePlan plan, ExportPlan export)
    {
        var type = CTypeName.Of(plan, export.Result);
        var parameters = string.Join(
            ", ",
            CPrototype.Parameters(plan, export).Where(p => !p.StartsWith("fb_closure ", StringComparison.Ordinal)).Append("uint64_t *fb_result"));
        var arguments = export.Parameters.SelectMany(p => p.Form is ClosureParameter
            ? [$"(fb_closure){ClosureWriter.Trampoline(plan)}", $"{p.CName}_context"]
            : Names(p.CName, p.Form));
        var call = $"{export.Symbol}({string.Join(", ", export.UsesScratch ? arguments.Append("scratch") : arguments)})";
        var members = Members(export.Result);
        var body = members.IsEmpty
            ? $"*({CTypeName.Declare(type, "*")})fb_result = {call};"
            : $"""
              const {type} fb_returned = {call};
              	volatile {type} *fb_to = ({type} *)fb_result; // volatile: part by part, as Rust has written it
              	{string.Join("\n\t", members.Select(m => $"fb_to->{m} = fb_returned.{m};"))}
              """;
        return $$"""
            static inline void {{Callee(export)}}({{parameters}}) {
            	{{body}}
            }
            """;
    }

    /// <summary>
    /// What is copied one by one. More than two words are returned in memory, which is otherwise copied in larger parts than
    /// Rust has written it in, and before the processor is done with those.
    /// </summary>
    private static ImmutableArray<string> Members(ResultForm form) => form switch
    {
        TextResult or SliceResult or WireResult => ["data", "len", "capacity", "failure"],
        OptionalResult { Inner: TextResult or SliceResult } => ["data", "len", "capacity", "failure", "some"],
        OptionalResult => ["value", "failure", "some"],
        _ => [],
    };

    private static IEnumerable<string> Names(string name, ParameterForm form) => form switch
    {
        OptionalParameter optional => [.. Names(name, optional.Inner), $"{name}_some"],
        _ => form.IsMemory ? [name, $"{name}_len"] : [name],
    };
}
