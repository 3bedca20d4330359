using Ferrobind.Plan;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Naming;

/// <summary>A function that has the name of the type that it returns makes one: <c>graphemes() -> Graphemes</c> is <c>NewGraphemes</c>.</summary>
internal static class GoMakers
{
    public static string Name(string wanted, ResultForm result, TypeRegistry types) =>
        Key(result) is { } key && (types.Find(key) ?? types.Handles.Find(key))?.GoName == wanted ? "New" + wanted : wanted;

    private static string? Key(ResultForm result) => result switch
    {
        HandleResult handle => handle.Key,
        NamedResult named => named.Key,
        WireResult { Type: NamedValue named } => named.Key,
        _ => null,
    };
}
