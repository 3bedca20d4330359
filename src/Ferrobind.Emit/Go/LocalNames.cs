using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>The names inside of one function: its parameters', and those of its own variables, which avoid them.</summary>
internal sealed class LocalNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public LocalNames(IEnumerable<string> parameters) => _taken.UnionWith(parameters.Select(Parameter));

    /// <summary>
    /// A parameter's name. The plan keeps it clear of Go's words; here it is kept clear of the support functions',
    /// which are the only ones that start with fb, and of the packages that values need.
    /// </summary>
    public static string Parameter(string goName) =>
        (goName.Length > 2 && goName.StartsWith("fb", StringComparison.Ordinal) && char.IsUpper(goName[2]))
        || goName is "binary" or "iter" or "json" or "netip" or "slices" or "strconv" or "time"
            ? goName + "Arg"
            : goName;

    public static string Parameter(ParameterPlan parameter) => Parameter(parameter.GoName);

    /// <summary>A variable's name: the wanted one, or the first free one behind it.</summary>
    public string Take(string wanted)
    {
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
            name = $"{wanted}{number}";
        return name;
    }
}
