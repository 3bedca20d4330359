using System.Collections.Immutable;

namespace Ferrobind.Emit.Go;

/// <summary>A Go parameter list; neighbours of one type share it: <c>a, b string, limit uint</c>.</summary>
internal static class ParameterList
{
    public static string Of(ImmutableArray<(string Name, string Type)> parameters) => string.Join(", ", parameters.Select(
        (p, i) => i + 1 < parameters.Length && parameters[i + 1].Type == p.Type ? p.Name : $"{p.Name} {p.Type}"));
}
