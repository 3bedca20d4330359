using Ferrobind.Api;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Items;

/// <summary>Reads what an item's attributes say.</summary>
internal static class AttributeReading
{
    public static bool Has<T>(this ItemJson item)
        where T : AttributeJson => item.Attributes.OfType<T>().Any();

    public static Deprecation? ReadDeprecation(this ItemJson item) =>
        item.Deprecation is { } deprecation ? new Deprecation(deprecation.Since, deprecation.Note) : null;

    /// <summary>
    /// What <c>#[repr(…)]</c> says, in one order (<c>C, u8, align(8)</c>) for all versions; null where there is none.
    /// </summary>
    public static string? ReadRepr(this ItemJson item)
    {
        var parts = item.Attributes.OfType<ReprJson>().SelectMany(Parts).Distinct().OrderBy(part => part.Rank)
            .Select(part => part.Text);
        return string.Join(", ", parts) is { Length: > 0 } text ? text : null;
    }

    private static IEnumerable<(int Rank, string Text)> Parts(ReprJson repr)
    {
        if (repr.Kind != "rust")
        {
            yield return (0, repr.Kind == "c" ? "C" : repr.Kind);
        }

        if (repr.Integer is { } integer)
        {
            yield return (1, integer);
        }

        if (repr.Align is { } align)
        {
            yield return (2, $"align({align})");
        }

        if (repr.Packed is { } packed)
        {
            yield return (3, $"packed({packed})");
        }
    }
}
