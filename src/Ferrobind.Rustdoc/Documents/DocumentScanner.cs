using System.Buffers.Text;
using System.Text.Json;

namespace Ferrobind.Rustdoc.Documents;

/// <summary>
/// One pass over a document that finds where each entry is, and reads none: the format's version is its last property.
/// </summary>
internal static class DocumentScanner
{
    public static void Scan(ReadOnlyMemory<byte> json, DocumentParts parts)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("it holds no object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadProperty(ref reader, parts);
        }
    }

    private static void ReadProperty(ref Utf8JsonReader reader, DocumentParts parts)
    {
        var name = reader.GetString();
        reader.Read();
        switch (name)
        {
            case "format_version" when reader.TokenType == JsonTokenType.Number:
                parts.FormatVersion = reader.TryGetInt32(out var version) ? version : null;
                break;
            case "root" when reader.TokenType == JsonTokenType.Number:
                parts.Root = reader.TryGetUInt32(out var root) ? root : null;
                break;
            case "crate_version" when reader.TokenType == JsonTokenType.String:
                parts.Version = reader.GetString();
                break;
            case "index" when reader.TokenType == JsonTokenType.StartObject:
                ScanItems(ref reader, parts);
                break;
            case "paths" when reader.TokenType == JsonTokenType.StartObject:
                ScanEntries(ref reader, parts.Paths);
                break;
            case "external_crates" when reader.TokenType == JsonTokenType.StartObject:
                ScanEntries(ref reader, parts.ExternalCrates);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static void ScanEntries<T>(ref Utf8JsonReader reader, EntryTable<T> table)
        where T : class
    {
        while (TryReadKey(ref reader, out var id))
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            table.Add(id, start..(int)reader.BytesConsumed);
        }
    }

    private static void ScanItems(ref Utf8JsonReader reader, DocumentParts parts)
    {
        while (TryReadKey(ref reader, out var id))
        {
            var start = (int)reader.TokenStartIndex;
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("an item is no object.");
            }

            if (SkipItem(ref reader))
            {
                parts.Impls.Add(id);
            }

            parts.Index.Add(id, start..(int)reader.BytesConsumed);
        }
    }

    /// <summary>Steps to the value of the next entry. Ids are numbers since format 35; older ones are passed over.</summary>
    private static bool TryReadKey(ref Utf8JsonReader reader, out uint id)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = Utf8Parser.TryParse(reader.ValueSpan, out id, out var length)
                && length == reader.ValueSpan.Length;
            reader.Read();
            if (isId)
            {
                return true;
            }

            reader.Skip();
        }

        id = 0;
        return false;
    }

    /// <summary>Steps over an item; true where its <c>inner</c> says that it is an impl.</summary>
    private static bool SkipItem(ref Utf8JsonReader reader)
    {
        var isImpl = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isInner = reader.ValueTextEquals("inner"u8);
            reader.Read();
            if (isInner && reader.TokenType == JsonTokenType.StartObject)
            {
                isImpl = SkipInner(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return isImpl;
    }

    private static bool SkipInner(ref Utf8JsonReader reader)
    {
        var isImpl = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            isImpl |= reader.ValueTextEquals("impl"u8);
            reader.Skip();
        }

        return isImpl;
    }
}
