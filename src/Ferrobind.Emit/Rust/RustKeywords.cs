using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Ferrobind.Emit.Rust;

/// <summary>Names that are keywords are written as raw identifiers: the plan has <c>match</c>, code has <c>r#match</c>.</summary>
internal static class RustKeywords
{
    // Of edition 2024. Those that not even r# makes a name (crate, self, super, Self) name nothing of a crate's own.
    private static readonly FrozenSet<string> Words = new[]
    {
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
        "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
        "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
        "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A type as code has it: each name in it is one.</summary>
    public static string InType(string type) =>
        Regex.IsMatch(type, "[A-Za-z_]") ? Regex.Replace(type, @"(?<=::)[a-z_][A-Za-z0-9_]*\b", m => InCode(m.Value)) : type;

    /// <summary>A name, or a path of names, as code has it.</summary>
    public static string InCode(string path) =>
        string.Join("::", path.Split("::").Select(name => Words.Contains(name) ? "r#" + name : name));
}
