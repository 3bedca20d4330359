using System.Collections.Frozen;

namespace Ferrobind.Planning.Naming;

/// <summary>Names of parameters in the header and in the bridge: no keyword of C, of C++ or of Rust.</summary>
internal static class CNames
{
    private static readonly FrozenSet<string> Taken = new[]
    {
        // C and C++
        "alignas", "alignof", "and", "asm", "auto", "bitand", "bitor", "bool", "case", "catch", "char", "class", "compl",
        "concept", "consteval", "constexpr", "default", "delete", "double", "explicit", "export", "float", "friend", "goto",
        "inline", "int", "int8_t", "int16_t", "int32_t", "int64_t", "long", "mutable", "namespace", "new", "noexcept", "not",
        "nullptr", "operator", "or", "private", "protected", "public", "register", "requires", "restrict", "short", "signed",
        "size_t", "sizeof", "switch", "template", "this", "throw", "typedef", "typeid", "typename", "uint8_t", "uint16_t",
        "uint32_t", "uint64_t", "union", "unsigned", "using", "void", "volatile", "xor", "linux", "unix",
        // Rust
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
        "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
        "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
        "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
        // The bridge's own
        "frame", "scratch", "call",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string Parameter(string identifier)
    {
        var name = Words.Ascii(identifier.Replace("r#", "", StringComparison.Ordinal)).TrimStart('_');
        return name.Length == 0 || char.IsDigit(name[0]) || Taken.Contains(name) ? "arg_" + name : name;
    }
}
