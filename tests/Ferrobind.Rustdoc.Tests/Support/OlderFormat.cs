using System.Text;
using System.Text.Json.Nodes;

namespace Ferrobind.Rustdoc.Tests.Support;

/// <summary>Rewrites a document of format 57 as an older rustdoc would have written it.</summary>
internal static class OlderFormat
{
    public static JsonNode Of(ReadOnlyMemory<byte> json, int version)
    {
        var document = JsonNode.Parse(Encoding.UTF8.GetString(json.Span))!;
        document["format_version"] = version;
        if (version < 57)
        {
            foreach (var (_, crate) in document["external_crates"]!.AsObject())
            {
                crate!.AsObject().Remove("path");
            }
        }

        if (version < 54)
        {
            Visit(document["index"]!, TextAttributes);
        }

        if (version < 46)
        {
            document.AsObject().Remove("target");
            Visit(document["index"]!, EmptyArguments);
            ListPublicPaths(document["paths"]!.AsObject());
        }

        if (version < 41)
        {
            Visit(document["index"]!, NamedPaths);
            Visit(document["index"]!, BareCaptures);
        }

        return document;
    }

    private static void Visit(JsonNode? node, Action<JsonObject> change)
    {
        switch (node)
        {
            case JsonObject map:
                change(map);
                foreach (var (_, value) in map.ToList())
                {
                    Visit(value, change);
                }

                break;
            case JsonArray list:
                foreach (var value in list)
                {
                    Visit(value, change);
                }

                break;
            default:
                break;
        }
    }

    private static void TextAttributes(JsonObject item)
    {
        if (item["attrs"] is JsonArray attributes)
        {
            item["attrs"] = new JsonArray([.. attributes.SelectMany(attribute => Text(attribute!))]);
        }
    }

    private static IEnumerable<JsonNode> Text(JsonNode attribute) => attribute switch
    {
        JsonObject map when map["repr"] is { } repr => Repr(repr),
        JsonObject map when map["export_name"] is { } name => [$"#[export_name = \"{name}\"]"],
        JsonObject map when map["must_use"] is not null => ["#[must_use]"],
        JsonObject map => [map["other"]!.DeepClone()],
        _ when (string?)attribute == "no_mangle" => ["#[unsafe(no_mangle)]\n"],
        _ => [$"#[{attribute}]"],
    };

    /// <summary>One attribute each, as the source may have them.</summary>
    private static IEnumerable<JsonNode> Repr(JsonNode repr)
    {
        if ((string?)repr["int"] is { } integer)
        {
            yield return (string)repr["kind"]! == "c" ? $"#[repr({integer}, C)]" : $"#[repr({integer})]";
        }
        else if ((string)repr["kind"]! is "c" or "transparent")
        {
            yield return (string)repr["kind"]! == "c" ? "#[repr(C)]" : "#[repr(transparent)]";
        }

        if (repr["align"] is { } align)
        {
            yield return $"#[repr(align({align}))]";
        }

        if (repr["packed"] is not null)
        {
            yield return "#[repr(packed)]";
        }
    }

    private static void EmptyArguments(JsonObject map)
    {
        if ((map.ContainsKey("binding") || map.ContainsKey("self_type")) && map["args"] is null)
        {
            map["args"] = new JsonObject
            {
                ["angle_bracketed"] = new JsonObject { ["args"] = new JsonArray(), ["constraints"] = new JsonArray() },
            };
        }
    }

    /// <summary>Leaves out what is in private modules: those have no path themselves.</summary>
    private static void ListPublicPaths(JsonObject paths)
    {
        var own = paths.Where(entry => (int)entry.Value!["crate_id"]! == 0)
            .ToDictionary(entry => entry.Key, entry => entry.Value!["path"]!.AsArray().GetValues<string>().ToList());
        var known = own.Values.Select(path => string.Join("::", path)).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, path) in own)
        {
            if (Enumerable.Range(1, path.Count - 1).Any(n => !known.Contains(string.Join("::", path.Take(n)))))
            {
                paths.Remove(id);
            }
        }
    }

    private static void NamedPaths(JsonObject map)
    {
        if (map.ContainsKey("id") && map.ContainsKey("args") && map["path"] is { } path)
        {
            map["name"] = path.DeepClone();
            map.Remove("path");
        }
    }

    private static void BareCaptures(JsonObject map)
    {
        if (map["use"] is JsonArray captured)
        {
            map["use"] = new JsonArray([.. captured.Select(c => c!.AsObject().Single().Value!.DeepClone())]);
        }
    }
}
