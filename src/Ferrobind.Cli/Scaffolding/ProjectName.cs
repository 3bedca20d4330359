using System.Collections.Frozen;
using Ferrobind.Diagnostics;

namespace Ferrobind.Cli.Scaffolding;

/// <summary>The name of a new project, and what it is called in each language.</summary>
/// <param name="Crate">The directory and the crate: <c>image-tools</c>.</param>
internal sealed record ProjectName(string Crate)
{
    private static readonly char[] WordSeparators = ['-', '_'];

    // A crate of such a name does not compile, or hides what every crate uses.
    private static readonly FrozenSet<string> RustWords = new[]
    {
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else", "enum",
        "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
        "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type",
        "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> RustCrates =
        new[] { "alloc", "core", "proc_macro", "std", "test" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> CargoDirectories =
        new[] { "build", "deps", "examples", "incremental" }.ToFrozenSet(StringComparer.Ordinal);

    // As a package these cannot be imported, or hide what the program uses.
    private static readonly FrozenSet<string> GoWords = new[]
    {
        "break", "case", "chan", "default", "defer", "fallthrough", "func", "go", "goto", "import", "init", "interface",
        "internal", "main", "map", "package", "range", "select", "switch", "var", "vendor", "fmt", "float64",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> CSharpNames =
        new[] { "System", "Microsoft", "Console", "App", "Csharp" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>As Rust code writes it: <c>image_tools</c>.</summary>
    public string Rust => Crate.Replace('-', '_');

    /// <summary>The Go package: <c>imagetools</c>.</summary>
    public string Go => Rust.Replace("_", "", StringComparison.Ordinal);

    /// <summary>The C# namespace: <c>ImageTools</c>.</summary>
    public string CSharp => string.Concat(
        Crate.Split(WordSeparators, StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    /// <exception cref="FerrobindException">It is no name, or is taken in one of the languages.</exception>
    public static ProjectName Parse(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetterLower(text[0]))
            throw UsageFailures.NotAName(text, "it does not begin with a lower-case letter");
        if (text.FirstOrDefault(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '_')) is var other and not '\0')
            throw UsageFailures.NotAName(text, $"it has a {other}");
        if (text.Length > 64)
            throw UsageFailures.NotAName(text, "it is longer than 64 characters, the most that registries take");

        var name = new ProjectName(text);
        var takenBy = RustWords.Contains(name.Rust) ? "a word of the Rust language"
            : RustCrates.Contains(name.Rust) ? "a crate that comes with Rust"
            : CargoDirectories.Contains(name.Rust) ? "a directory of cargo's"
            : GoWords.Contains(name.Go) ? "a name that a Go program needs for itself"
            : CSharpNames.Contains(name.CSharp) ? "a name that a C# program needs for itself"
            : null;
        return takenBy is null ? name : throw UsageFailures.NameTaken(text, takenBy);
    }
}
