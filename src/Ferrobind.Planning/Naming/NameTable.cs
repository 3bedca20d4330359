namespace Ferrobind.Planning.Naming;

/// <summary>
/// The names of one scope of one language. Whoever asks first gets the plain name; a later one, and one that is
/// reserved, gets the first free number behind it. Asked in sorted order, so the answers are stable.
/// </summary>
internal sealed class NameTable(IEnumerable<string> reserved, string separator = "")
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);

    /// <summary>Whether nobody has the name.</summary>
    public bool IsFree(string name) => !_taken.Contains(name);

    /// <summary>Takes a name, with the companions that the same item also uses (<c>TryParse</c> beside <c>Parse</c>).</summary>
    public string Take(string wanted, Func<string, IEnumerable<string>>? companions = null)
    {
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? wanted : $"{wanted}{separator}{number}";
            string[] all = [name, .. companions?.Invoke(name) ?? []];
            if (all.Any(_taken.Contains))
                continue;
            _taken.UnionWith(all);
            return name;
        }
    }
}
