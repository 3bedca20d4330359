using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Ferrobind.Emit.CSharp;

/// <summary>The namespaces of what generated code uses of .NET.</summary>
internal static partial class Usings
{
    private static readonly FrozenDictionary<string, string> Namespaces = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Action"] = "System",
        ["AppContext"] = "System",
        ["ArgumentException"] = "System",
        ["ArgumentNullException"] = "System",
        ["ArgumentOutOfRangeException"] = "System",
        ["DateTimeOffset"] = "System",
        ["Exception"] = "System",
        ["Func"] = "System",
        ["GC"] = "System",
        ["HashCode"] = "System",
        ["IComparable"] = "System",
        ["IDisposable"] = "System",
        ["IEquatable"] = "System",
        ["IFormatProvider"] = "System",
        ["IParsable"] = "System",
        ["Int128"] = "System",
        ["Nullable"] = "System",
        ["Obsolete"] = "System",
        ["OverflowException"] = "System",
        ["ReadOnlySpan"] = "System",
        ["Span"] = "System",
        ["TimeSpan"] = "System",
        ["UInt128"] = "System",
        ["ValueTuple"] = "System",
        ["Dictionary"] = "System.Collections.Generic",
        ["EqualityComparer"] = "System.Collections.Generic",
        ["HashSet"] = "System.Collections.Generic",
        ["IEnumerable"] = "System.Collections.Generic",
        ["IEnumerator"] = "System.Collections.Generic",
        ["OrderedDictionary"] = "System.Collections.Generic",
        ["DebuggerDisplay"] = "System.Diagnostics",
        ["DoesNotReturn"] = "System.Diagnostics.CodeAnalysis",
        ["MaybeNullWhen"] = "System.Diagnostics.CodeAnalysis",
        ["NotNullWhen"] = "System.Diagnostics.CodeAnalysis",
        ["InvalidDataException"] = "System.IO",
        ["IPAddress"] = "System.Net",
        ["IPEndPoint"] = "System.Net",
        ["IndexerName"] = "System.Runtime.CompilerServices",
        ["MethodImplOptions"] = "System.Runtime.CompilerServices",
        ["MethodImpl"] = "System.Runtime.CompilerServices",
        ["LayoutKind"] = "System.Runtime.InteropServices",
        ["Marshal"] = "System.Runtime.InteropServices",
        ["StructLayout"] = "System.Runtime.InteropServices",
        ["Rune"] = "System.Text",
        ["JsonElement"] = "System.Text.Json",
        ["JsonNode"] = "System.Text.Json.Nodes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The namespace of a type that generated code uses.</summary>
    public static string NamespaceOf(string type) => Namespaces[type];

    /// <summary>Writes the <c>using</c>s that a body needs, in order.</summary>
    public static void Write(CodeWriter code, string body, params IEnumerable<string> others)
    {
        var used = Word().Matches(body).Select(m => Namespaces.GetValueOrDefault(m.Value)).OfType<string>();
        List<string> spaces = [.. used.Distinct().Order(StringComparer.Ordinal), .. others];
        foreach (var space in spaces)
            code.Line($"using {space};");
        if (spaces.Count > 0)
            code.Blank();
    }

    /// <summary>The words of a text.</summary>
    public static IEnumerable<string> Words(string body) => Word().Matches(body).Select(match => match.Value);

    [GeneratedRegex(@"(?<![.\w])[A-Za-z]\w*")]
    private static partial Regex Word();
}
