using System.Text;

namespace Ferrobind.Build.Analysis;

/// <summary>A Rust symbol as a path that people can read. Only the names in it matter, so that both manglings are read alike.</summary>
internal static class SymbolName
{
    /// <summary><c>core::str::converts::from_utf8</c>; the symbol itself where it is no Rust symbol.</summary>
    public static string Readable(string symbol)
    {
        if (!symbol.StartsWith("_R", StringComparison.Ordinal) && !symbol.StartsWith("_ZN", StringComparison.Ordinal))
            return symbol;
        var path = new StringBuilder();
        for (var i = 2; i < symbol.Length; i++)
        {
            // The hash of a crate, between s and _, has digits that are no length.
            if (symbol[i] == 's' && symbol.IndexOf('_', i) is var end && end > i + 1 && end - i < 14 && symbol[i - 1] == 'C')
            {
                i = end;
                continue;
            }

            if (!char.IsAsciiDigit(symbol[i]) || symbol[i] == '0')
                continue;
            var length = 0;
            while (i < symbol.Length && char.IsAsciiDigit(symbol[i]) && length < 1000)
                length = (10 * length) + symbol[i++] - '0';
            if (i < symbol.Length && symbol[i] == '_')
                i++;
            if (i + length > symbol.Length)
                break;
            var name = symbol.Substring(i, length);
            i += length - 1;
            if (!(name.Length == 17 && name[0] == 'h' && name.Skip(1).All(char.IsAsciiHexDigit)))
                path.Append(path.Length > 0 ? "::" : "").Append(name);
        }

        return path.Length == 0 ? symbol : path.ToString();
    }
}
