using System.Collections.Frozen;

namespace Ferrobind.Planning.Naming;

/// <summary>Go's conventions: mixed caps with initialisms kept, and the words that cannot be used.</summary>
internal static class GoNames
{
    /// <summary>What the support code of a package exports; no item of a crate gets these names.</summary>
    public static readonly string[] SupportNames =
    [
        "RustPanic", "Error", "ArgumentError", "ResultError", "HandleError", "ErrClosed", "ErrInUse", "ErrPoisoned", "ErrThread",
        "ErrReadOnly", "LinkMode", "Result", "Entry", "Range", "RangeInclusive",
        "RangeFrom", "RangeTo", "RangeToInclusive", "Bound", "BoundKind", "BoundUnbounded", "BoundIncluded",
        "BoundExcluded", "Tuple2", "Tuple3", "Tuple4", "Tuple5", "Tuple6", "Tuple7", "Tuple8", "Tuple9", "Tuple10",
        "Tuple11", "Tuple12",
    ];

    /// <summary>Methods that go vet knows: one with such a name has to be that of the standard library's interface.</summary>
    public static readonly string[] StandardMethods =
    [
        "GobDecode", "GobEncode", "MarshalJSON", "MarshalXML", "ReadByte", "ReadRune", "UnmarshalJSON", "UnmarshalXML", "UnreadByte", "UnreadRune",
        "WriteByte",
    ];

    // The initialisms that Go's own linters know, and UTF-8's relatives.
    private static readonly FrozenSet<string> Initialisms = new[]
    {
        "acl", "api", "ascii", "cpu", "crc", "css", "dns", "eof", "gid", "guid", "html", "http", "https", "id", "io",
        "ip", "json", "lhs", "qps", "ram", "rhs", "rpc", "sha", "sla", "smtp", "sql", "ssh", "tcp", "tls", "ttl", "udp", "ui",
        "uid", "uri", "url", "utf", "utf8", "utf16", "utf32", "uuid", "vm", "xml", "xmpp", "xsrf", "xss",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Keywords = new[]
    {
        "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto",
        "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Legal as a parameter's name, but then the generated body could not use what it hides.
    private static readonly FrozenSet<string> Predeclared = new[]
    {
        "any", "append", "bool", "byte", "cap", "clear", "close", "comparable", "complex", "complex128", "complex64", "copy",
        "delete", "error", "false", "float32", "float64", "imag", "int", "int16", "int32", "int64", "int8", "iota", "len",
        "make", "max", "min", "new", "nil", "panic", "print", "println", "real", "recover", "rune", "string", "true", "uint",
        "uint16", "uint32", "uint64", "uint8", "uintptr", "unsafe", "runtime", "big", "binary", "math", "netip", "slices", "strconv", "strings", "errors", "fmt", "time", "iter",
        "init", "main",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>An exported name: <c>utf8_len</c> → <c>UTF8Len</c>.</summary>
    public static string Exported(string identifier)
    {
        // MAX_LEN is shouted, not an acronym: MaxLen. LRUCache has one, and keeps it.
        var shouted = !identifier.Any(char.IsLower);
        var name = string.Concat(Words.Of(identifier).Select(word => Upper(shouted ? word.ToLowerInvariant() : word)));
        return name.Length > 0 && char.IsUpper(name[0]) ? name : "X" + name;
    }

    /// <summary>A parameter's name: <c>url_base</c> → <c>urlBase</c>; a word that is taken gets <c>Arg</c> behind it.</summary>
    public static string Parameter(string identifier)
    {
        var words = Words.Of(identifier);
        if (words.IsEmpty)
            return "";
        var name = words[0].ToLowerInvariant() + string.Concat(words.Skip(1).Select(Upper));
        if (char.IsDigit(name[0]))
            name = "arg" + name;
        return Keywords.Contains(name) || Predeclared.Contains(name) ? name + "Arg" : name;
    }

    /// <summary>A package's name: lower case, one word, no keyword.</summary>
    public static string Package(string crate)
    {
        var name = Words.Ascii(crate).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        return Keywords.Contains(name) || name is "main" or "internal" or "vendor" || char.IsDigit(name[0])
            ? "rust" + name
            : name;
    }

    private static string Upper(string word)
    {
        var lower = word.ToLowerInvariant();
        return Initialisms.Contains(lower) ? word.ToUpperInvariant()
            : word.All(c => char.IsUpper(c) || char.IsDigit(c)) ? word
            : Words.Capitalize(word);
    }
}
