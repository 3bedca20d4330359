using System.Text.Json;

namespace Ferrobind.Rustdoc.Documents;

/// <summary>
/// One of a document's maps from id to record. An entry is read when it is first asked for: a dependency's document is
/// often large, and one item of it wanted.
/// </summary>
/// <param name="entries">The entries as they are in the document.</param>
/// <param name="read">Reads one.</param>
/// <param name="fail">Says what an entry means that cannot be read.</param>
internal sealed class EntryTable<T>(
    Dictionary<uint, JsonElement> entries, Func<JsonElement, T> read, Func<JsonException, Exception> fail)
    where T : class
{
    private readonly Dictionary<uint, T> known = [];

    /// <summary>
    /// All ids, ascending: the order that a document has them in changes from one compiler to the next.
    /// </summary>
    public IEnumerable<uint> Ids => entries.Keys.Order();

    /// <summary>The entry with that id; null where there is none, as for a hidden item.</summary>
    public T? Find(uint id)
    {
        if (!known.TryGetValue(id, out var entry) && entries.TryGetValue(id, out var json))
        {
            known[id] = entry = Read(json);
        }

        return entry;
    }

    /// <summary>
    /// Those of the entries that are chosen, in the order of their ids: each is read, used and forgotten.
    /// </summary>
    public IEnumerable<T> Enumerate(Func<JsonElement, bool> isChosen) =>
        Ids.Select(id => entries[id]).Where(isChosen).Select(Read);

    private T Read(JsonElement json)
    {
        try
        {
            return read(json);
        }
        catch (JsonException cause)
        {
            throw fail(cause);
        }
    }
}
