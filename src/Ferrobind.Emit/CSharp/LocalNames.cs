namespace Ferrobind.Emit.CSharp;

/// <summary>The names inside of one method: those of its parameters are taken.</summary>
internal sealed class LocalNames(IEnumerable<string> parameters)
{
    private readonly HashSet<string> _taken = new(parameters, StringComparer.Ordinal);

    /// <summary>The name, or with a number where it is taken.</summary>
    public string Take(string name)
    {
        var unique = name.TrimStart('@');
        for (var n = 2; !_taken.Add(unique); n++)
            unique = $"{name.TrimStart('@')}{n}";
        return unique;
    }
}
