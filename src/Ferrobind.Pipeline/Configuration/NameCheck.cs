using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ferrobind.Diagnostics;

namespace Ferrobind.Pipeline.Configuration;

/// <summary>Names that a user chooses must be ones that Go and C# accept, and must hide nothing.</summary>
internal static partial class NameCheck
{
    // A module that is named like a package of Go's standard library is never found.
    private static readonly FrozenSet<string> GoStandardLibrary = new[]
    {
        "archive", "arena", "bufio", "builtin", "bytes", "cmd", "cmp", "compress", "container", "context", "crypto", "database",
        "debug", "embed", "encoding", "errors", "expvar", "flag", "fmt", "go", "hash", "html", "image", "index", "internal", "io",
        "iter", "log", "maps", "math", "mime", "net", "os", "path", "plugin", "reflect", "regexp", "runtime", "slices", "sort",
        "strconv", "strings", "structs", "sync", "syscall", "testing", "text", "time", "unicode", "unique", "unsafe", "vendor", "weak",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static void Check(BindRequest request)
    {
        if (request.GoModule is { } module)
        {
            if (!GoModulePath().IsMatch(module))
                throw ConfigurationFailures.GoModuleClashes(module, "a module path has words of letters, digits and - . _ ~ between slashes");
            if (GoStandardLibrary.Contains(module.Split('/')[0]))
                throw ConfigurationFailures.GoModuleClashes(module, "it would hide behind Go's standard library");
        }

        if (request.CSharpNamespace is { } name)
        {
            if (!DottedIdentifier().IsMatch(name))
                throw ConfigurationFailures.NamespaceClashes(name, "a namespace has identifiers between dots");
            if (name is "System" || name.StartsWith("System.", StringComparison.Ordinal))
                throw ConfigurationFailures.NamespaceClashes(name, "System is .NET's own");
        }

        var outputs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var directory in (string?[])[request.GoDirectory, request.CSharpDirectory, request.HeaderDirectory])
        {
            if (directory is not null && !outputs.Add(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory))))
                throw ConfigurationFailures.SameOutput(directory);
        }
    }

    /// <summary>The name of a bundle is part of file names and of symbols, and each crate is in it once.</summary>
    /// <param name="configured">The crates that the configuration says something about.</param>
    public static void CheckBundle(string name, IReadOnlyCollection<string> crates, IEnumerable<string> configured)
    {
        // Rust writes both as _.
        static string Same(string crate) => crate.Replace('-', '_');
        if (!BundleName().IsMatch(name))
            throw ConfigurationFailures.BundleName(name, "it has letters, digits, - and _, and begins with a letter");
        if (crates.GroupBy(Same).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw ConfigurationFailures.CrateTwice(twice.First());
        if (crates.FirstOrDefault(crate => Same(crate) == Same(name)) is { } crate)
            throw ConfigurationFailures.BundleName(name, $"{crate} is one of its crates");
        if (configured.FirstOrDefault(other => !crates.Contains(other)) is { } unknown)
            throw ConfigurationFailures.NoSuchMember(unknown, crates);
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]*$")]
    private static partial Regex BundleName();

    [GeneratedRegex(@"^[A-Za-z0-9_~-][A-Za-z0-9._~-]*(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$")]
    private static partial Regex GoModulePath();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$")]
    private static partial Regex DottedIdentifier();
}
