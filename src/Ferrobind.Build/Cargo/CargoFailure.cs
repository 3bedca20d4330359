using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>
/// Tells cargo's failures apart by its own words, so that each gets a number and advice. Cargo's message is always kept
/// whole;
/// where the words are not known, it speaks for itself.
/// </summary>
internal static class CargoFailure
{
    /// <param name="what">The crate that the failing command was about, as the user named it.</param>
    /// <param name="command">Such as <c>cargo metadata</c>.</param>
    /// <param name="output">All that cargo printed for people.</param>
    public static FerrobindException From(string what, string command, string output)
    {
        var text = output.TrimEnd();
        bool Says(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }

        return true switch
        {
            _ when text.StartsWith("error: toolchain '", StringComparison.Ordinal)
                || Says("is not installed\nhelp: run `rustup", "rustup could not choose a version", "no override and no default toolchain") =>
                ToolchainFailures.RustNotInstalled(text),

            // Before the network's words: these name the registry too.
            _ when Says("requires rustc ", "is not supported by the following package", "requires the Cargo feature called `edition") =>
                ToolchainFailures.RustTooOld(what, text),
            _ when Says("could not resolve host", "failed to download", "spurious network error", "network failure seems", "failed to fetch `",
                "download of config.json failed", "failed to query replaced source registry", "you may wish to try again without the offline flag",
                "attempting to make an HTTP request, but --offline", "remove the --offline flag") =>
                ReadFailures.RegistryUnreachable(what, text),
            _ when Says("does not have these features", "does not have that feature", "does not have feature", "does not contain this feature",
                "none of the selected packages contains") =>
                ReadFailures.NoSuchFeature(what, text),
            _ when Says("failed to select a version for", "candidate versions found which didn't match") => ReadFailures.NoSuchVersion(what, text),
            _ when Says("no matching package named", "no matching package found", "in registry `crates-io`") => ReadFailures.NoSuchCrate(what, text),
            _ when Says("no library targets found", "there is no library target") => ReadFailures.NotALibrary(what, "Cargo.toml"),
            _ when Says("could not compile", "could not document", "failed to run custom build command") =>
                BuildFailures.CrateDoesNotCompile(what, text),
            _ when Says("failed to parse manifest", "failed to load manifest", "failed to read `", "could not parse input as TOML", "could not find `Cargo.toml`", "Cargo.toml:") =>
                ReadFailures.BadManifest(what, text),
            _ => BuildFailures.CargoFailed(command, text),
        };
    }
}
