using System.Text;

namespace Ferrobind.Emit.Go;

/// <summary>The names of receivers: a type's first letter.</summary>
internal static class Receivers
{
    public static string Name(string type)
    {
        var first = Rune.ToLowerInvariant(type.EnumerateRunes().First()).ToString();
        return Rune.IsLetter(first.EnumerateRunes().First()) && !char.IsUpper(first[0]) ? first : "v";
    }
}
