using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ferrobind.Rustdoc.Documents;

/// <summary>
/// One of the document's maps from id to record. An entry is read when it is first asked for: a dependency's document
/// is often large, and one item of it wanted.
/// </summary>
internal sealed class EntryTable<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> type)
    where T : class
{
    private readonly Dictionary<uint, Entry> entries = [];

    public IEnumerable<uint> Ids => entries.Keys.Order();

    public void Add(uint id, Range place) => entries[id] = new Entry(place);

    /// <summary>The entry with that id; null where there is none, as for a hidden item.</summary>
    public T? Find(uint id) => entries.GetValueOrDefault(id) is { } entry ? entry.Value ??= Read(entry) : null;

    /// <summary>Reads an entry without keeping it: most of a document is impls, and each is looked at once.</summary>
    public T ReadOnce(uint id) => Read(entries[id]);

    private T Read(Entry entry) => JsonSerializer.Deserialize(json.Span[entry.Place], type)
        ?? throw new JsonException("an entry is null.");

    private sealed class Entry(Range place)
    {
        public Range Place { get; } = place;

        public T? Value { get; set; }
    }
}
