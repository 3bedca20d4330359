using System.Collections.Frozen;

namespace Ferrobind.Planning.Naming;

/// <summary>C#'s conventions: Pascal case, camel case for parameters, <c>@</c> before a keyword.</summary>
internal static class CSharpNames
{
    /// <summary>What the support code of a project makes public in its namespace.</summary>
    public static readonly string[] SupportNames =
    [
        "RustException", "RustPanicException", "RustHandleException", "RustHandleReason", "RustSequence", "RustOption", "RustResult",
        "RustBound", "RustBoundKind", "RustRange", "RustRangeInclusive", "RustRangeFrom", "RustRangeTo", "RustRangeToInclusive",
        "RustUnit", "RustNever",
    ];

    /// <summary>Members that every class inherits, and those that the root class has of its own.</summary>
    public static readonly string[] InheritedMembers =
        ["Clone", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "LinkMode"];

    // Types that generated code names: a class of the same name beside it would hide them.
    private static readonly FrozenSet<string> UsedTypes = new[]
    {
        "System", "Native", "Rune", "Span", "ReadOnlySpan", "String", "Array", "Int128", "UInt128", "Exception",
        "ArgumentException", "ArgumentNullException", "AppContext", "Encoding", "Utf8", "Unsafe", "MemoryMarshal", "GC", "Nullable",
        "Runtime", "Obsolete", "Byte", "Char", "Math", "Buffer", "Failure", "Scratch", "HandleToken", "WireReader", "IDisposable",
        "IEnumerable", "IEnumerator", "Interlocked", "ArithmeticException", "InvalidOperationException", "NotSupportedException",
        "ObjectDisposedException",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Keywords = new[]
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock",
        "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected",
        "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A public name: <c>utf8_len</c> → <c>Utf8Len</c>, <c>HTTPClient</c> → <c>HttpClient</c>.</summary>
    public static string Pascal(string identifier)
    {
        var name = string.Concat(Words.Of(identifier).Select(Words.Capitalize));
        return name.Length == 0 || char.IsDigit(name[0]) ? "X" + name : name;
    }

    /// <summary>A parameter's name: <c>url_base</c> → <c>urlBase</c>.</summary>
    public static string Parameter(string identifier)
    {
        var pascal = string.Concat(Words.Of(identifier).Select(Words.Capitalize));
        if (pascal.Length == 0)
            return "";
        var name = pascal[..1].ToLowerInvariant() + pascal[1..];
        if (char.IsDigit(name[0]))
            name = "arg" + name;
        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>A type's name; one that generated code needs for itself gets <c>Value</c> behind it.</summary>
    public static string TypeName(string identifier)
    {
        var name = Pascal(identifier);
        return UsedTypes.Contains(name) ? name + "Value" : name;
    }

    /// <summary>A module's static class; a name that generated code needs for itself gets <c>Module</c> behind it.</summary>
    public static string ModuleClass(string path, string rootNamespace)
    {
        var name = Pascal(path);
        return UsedTypes.Contains(name) || name == rootNamespace ? name + "Module" : name;
    }
}
