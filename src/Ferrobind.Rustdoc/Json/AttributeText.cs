using System.Globalization;

namespace Ferrobind.Rustdoc.Json;

/// <summary>
/// Reads an attribute's source text, <c>#[repr(C, align(8))]</c>: all that formats before 54 have.
/// </summary>
internal static class AttributeText
{
    public static AttributeJson Read(string text)
    {
        var content = text.Trim().TrimStart('#', '[').TrimEnd(']');
        var (name, argument) = Split(content);
        return name switch
        {
            // Since edition 2024 it is written around the others, and some versions keep it.
            "unsafe" => Read($"#[{argument}]"),
            "non_exhaustive" => new NonExhaustiveJson(),
            "no_mangle" => new NoMangleJson(),
            "automatically_derived" => new AutomaticallyDerivedJson(),
            "export_name" => new ExportNameJson(argument),
            "repr" => ReadRepr(argument),
            _ => new OtherAttributeJson(),
        };
    }

    private static ReprJson ReadRepr(string argument)
    {
        var repr = new ReprJson("rust", null, null, null);
        foreach (var part in argument.Split(',', StringSplitOptions.TrimEntries))
        {
            var (name, value) = Split(part);
            repr = name switch
            {
                "C" or "transparent" or "simd" or "Rust" => repr with { Kind = name.ToLowerInvariant() },
                "align" => repr with { Align = Number(value) },
                "packed" => repr with { Packed = Number(value) },
                _ => repr with { Integer = name },
            };
        }

        return repr;
    }

    /// <summary>A number of bytes; one where none is written, as in <c>packed</c>.</summary>
    private static uint Number(string text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    /// <summary>Splits <c>name(argument)</c> and <c>name = "argument"</c>.</summary>
    private static (string Name, string Argument) Split(string text)
    {
        if (text.IndexOf('(') is var open and >= 0 && text.EndsWith(')'))
        {
            return (text[..open].Trim(), text[(open + 1)..^1].Trim());
        }

        return text.IndexOf('=') is var equals and >= 0
            ? (text[..equals].Trim(), text[(equals + 1)..].Trim().Trim('"'))
            : (text.Trim(), "");
    }
}
