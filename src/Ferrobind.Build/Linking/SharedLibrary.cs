using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>A shared library as it was built.</summary>
/// <param name="Soname">The name under which programs linked to it look for it; null if it has none.</param>
/// <param name="Exports">What it defines for others, sorted.</param>
public sealed record SharedLibrary(string? Soname, IReadOnlyList<string> Exports)
{
    /// <summary>Null where the file is not ELF (macOS, Windows), and is taken as it is.</summary>
    public static SharedLibrary? Read(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var file = ElfFile.Read(path);
        return new SharedLibrary(
            file.Soname,
            [
                .. file.DynamicLinkSymbols.Where(symbol => symbol is { IsGlobal: true, IsDefined: true })
                    .Select(symbol => symbol.Name).Distinct().Order(StringComparer.Ordinal),
            ]);
    }

    /// <summary>
    /// Checks that a library defines what the bindings call. More is no harm: a crate's own C functions.
    /// </summary>
    /// <exception cref="FerrobindException">Some are missing.</exception>
    public static void Verify(string path, IEnumerable<string> exports)
    {
        if (Read(path) is { } library
            && exports.Except(library.Exports).Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } missing)
        {
            throw BuildFailures.MissingExports(Path.GetFileName(path), missing);
        }
    }
}
