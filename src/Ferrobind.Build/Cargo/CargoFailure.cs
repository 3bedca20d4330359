using System.Text.RegularExpressions;
using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>
/// Tells cargo's failures apart by its own words, so that each gets a number and advice. Cargo's message is always kept
/// whole; where the words are not known, it speaks for itself.
/// </summary>
internal static class CargoFailure
{
    /// <summary>The first that has one of its words in the message wins.</summary>
    private static readonly (string[] Words, Func<string, string, FerrobindException> Failure)[] Known =
    [
        (["error: toolchain '", "rustup could not choose a version", "no override and no default toolchain"],
            (_, output) => ToolchainFailures.RustNotInstalled(output)),

        // Before all others: what a compiler or a build script prints is the crate's own, and may have any words.
        (["error: could not compile `", "error: could not document `", "failed to run custom build command"],
            BuildFailures.CrateDoesNotCompile),
        (["requires rustc ", "is not supported by the following package", "requires the Cargo feature called `edition"],
            ToolchainFailures.RustTooOld),

        // Before the words about what is missing: offline, cargo uses them too.
        (["could not resolve host", "failed to download", "spurious network error", "network failure seems",
            "failed to fetch `", "download of config.json failed", "failed to query replaced source registry",
            "without the offline flag", "but --offline was specified", "remove the --offline flag"],
            ReadFailures.RegistryUnreachable),
        (["does not have these features", "does not have that feature", "does not have feature",
            "does not contain this feature", "none of the selected packages contains"],
            ReadFailures.NoSuchFeature),
        (["failed to select a version for", "candidate versions found which didn't match"], ReadFailures.NoSuchVersion),
        (["no matching package named", "no matching package found"], ReadFailures.NoSuchCrate),
        (["no library targets found", "there is no library target"],
            (crate, _) => ReadFailures.NotALibrary(crate, "Cargo.toml")),
        (["failed to parse manifest", "failed to load manifest", "could not find `Cargo.toml`", "Cargo.toml:"],
            ReadFailures.BadManifest),
    ];

    /// <summary>The first of the crates that the text names, in backticks as cargo does, alone or with a version; null if it names none.</summary>
    public static string? Named(string text, IEnumerable<string> crates) => crates
        .Select(crate => (Crate: crate, At: Regex.Match(text, $"`{Regex.Escape(crate)}[` @]") is { Success: true } match ? match.Index : -1))
        .Where(found => found.At >= 0)
        .OrderBy(found => found.At)
        .Select(found => found.Crate)
        .FirstOrDefault();

    /// <param name="what">The crate that the failing command was about, as the user named it.</param>
    /// <param name="command">Such as <c>cargo metadata</c>.</param>
    /// <param name="output">All that cargo printed for people.</param>
    public static FerrobindException From(string what, string command, string output)
    {
        var text = output.TrimEnd();
        foreach (var (words, failure) in Known)
        {
            if (words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return failure(what, text);
            }
        }

        return BuildFailures.CargoFailed(command, text);
    }
}
