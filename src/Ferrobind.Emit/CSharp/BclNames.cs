using System.Collections.Immutable;

namespace Ferrobind.Emit.CSharp;

/// <summary>
/// A module called <c>encoding</c> becomes a class <c>Encoding</c>, which hides .NET's own from everything in its
/// namespace. Where that happens, the <c>using</c>s move into the namespace, where they come first.
/// </summary>
internal static class BclNames
{
    private static readonly ImmutableHashSet<string> _used =
    [
        "System", "Action", "AddressFamily", "AppContext", "ArgumentException", "ArgumentNullException", "ArgumentOutOfRangeException", "Array",
        "ArithmeticException", "ArrayPool", "CallConvCdecl", "CallerArgumentExpression", "DateTime", "DateTimeOffset", "DebuggerDisplay", "DecoderFallbackException", "Dictionary", "DllImport",
        "DllNotFoundException", "DoesNotReturn", "Encoding", "EntryPointNotFoundException", "EqualityComparer", "Exception", "ExceptionDispatchInfo", "Func",
        "GC", "GCHandle", "HashCode", "HashSet", "IComparable", "IDisposable", "IEnumerable", "IEnumerator", "IEquatable", "IFormatProvider", "IndexerName",
        "InlineArray", "InsufficientMemoryException", "Int128", "Interlocked", "InvalidDataException", "InvalidOperationException", "IParsable", "IPAddress",
        "IPEndPoint", "LayoutKind", "List", "Marshal", "Math", "MaybeNullWhen", "MemoryMarshal", "MethodImpl", "MethodImplOptions",
        "ModuleInitializer", "NotNull", "NotNullWhen", "NotSupportedException", "ObjectDisposedException", "Obsolete", "OperationStatus", "OrderedDictionary", "OverflowException",
        "ReadOnlySpan", "Rune", "Span", "StringBuilder", "StructLayout", "SuppressMessage", "TimeSpan", "UInt128", "UTF8Encoding",
        "UnmanagedCallersOnly", "Unsafe", "Utf8",
    ];

    /// <summary>Whether what is generated uses a .NET type of this name.</summary>
    public static bool AreUsed(string name) => _used.Contains(name);

    /// <summary>The same source, with its <c>using</c>s inside of its namespace.</summary>
    public static string Protect(string source)
    {
        var lines = source.Split('\n');
        var usings = lines.Where(l => l.StartsWith("using ", StringComparison.Ordinal) && l.EndsWith(';')).ToList();
        var at = Array.FindIndex(lines, l => l.StartsWith("namespace ", StringComparison.Ordinal));
        if (usings.Count == 0 || at < 0)
            return source;
        var inside = usings.Select(u => u.Contains('=', StringComparison.Ordinal)
            ? u.Replace("= ", "= global::", StringComparison.Ordinal)
            : u.Replace("using ", "using global::", StringComparison.Ordinal));
        var head = lines[..at].Where(l => !usings.Contains(l)).SkipWhile(l => l.Length == 0);
        var text = string.Join('\n', [.. head, lines[at], "", .. inside, .. lines[(at + 1)..]]);
        return text.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);
    }
}
